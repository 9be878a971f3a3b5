/*
 * tasks - what families come for, tried in a browser without JavaScript and counted in steps from the front door. A step
 * is one link. Prints TAP. Whoever has found a service sees what to do without turning the page: on a small phone, in
 * whatever state the service is.
 */
import { addressOf, finish, LANGUAGES, launch, pagesByKind, report, serve } from './site.mjs';

const MOST_STEPS = 3;
const PHONE = { width: 360, height: 780 };

/* Each step is a link by its words; the last page must say all of `finds`. Numbers are not told: the offer's own are. */
const TASKS = [
    { name: 'my_baby_is_5_weeks_old_and_feeding_hurts_who_do_i_call',
        steps: [/^Feeding hurts/, /^It hurts/],
        finds: [/Call 01632 960 \d{3}/] },
    { name: 'dads_saturday_free_near_a_bus',
        steps: [/^Dads$/, /^Saturday dads$/],
        finds: [/Free/, /Saturday/, /[Bb]us/] },
    { name: 'i_read_urdu_when_is_the_baby_clinic',
        steps: [/^اردو$/, /ہیلتھ وزیٹر/, /بیبی کلینک|بے بی کلینک|بچوں کا کلینک|بچے کا کلینک|بےبی کلینک/],
        finds: [/\d{1,2}(:\d{2})?/, /پیر|منگل|بدھ|جمعرات|جمعہ|ہفتہ|اتوار/] },
];

async function follow(page, words)
{
    for (const link of await page.locator('a[href]').all())
        if (words.test((await link.innerText()).trim())) {
            await Promise.all([page.waitForLoadState('load'), link.click()]);
            return true;
        }
    return false;
}

async function attempt(page, task)
{
    const problems = [];
    for (const words of task.steps)
        if (!await follow(page, words))
            return [`${new URL(page.url()).pathname} has no link ${words}`];
    if (task.steps.length > MOST_STEPS)
        problems.push(`${task.steps.length} steps`);
    const said = await page.locator('main').innerText();
    return [...problems, ...task.finds.filter(wanted => !wanted.test(said))
        .map(wanted => `${new URL(page.url()).pathname} does not say ${wanted}`)];
}

/* Where the first thing to do begins, from the top; 0 on the page of a service that has ended. */
async function firstAction(context, address, lower = 0)
{
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'load' });
    const top = await page.evaluate(lower => {
        document.querySelector('h1').style.marginBlockStart = `${lower}px`;
        return document.querySelector('.panel .action')?.getBoundingClientRect().top ?? 0;
    }, lower);
    await page.close();
    return Math.round(top);
}

async function reportFirstScreens(browser, origin)
{
    const context = await browser.newContext({ viewport: PHONE });
    const names = pagesByKind().get('services')[LANGUAGES[0]], below = [];
    for (const name of names) {
        const top = await firstAction(context, origin + addressOf(name));
        if (top > PHONE.height)
            below.push(`${name}: what to do begins at ${top} px of ${PHONE.height}`);
    }
    report('what_to_do_is_on_the_first_screen_of_a_phone', below);
    const far = await firstAction(context, origin + addressOf(names[0]), PHONE.height);
    report('what_to_do_further_down_is_noticed', far > PHONE.height ? [] : [`it is at ${far} px`]);
}

async function main()
{
    const server = await serve(), browser = await launch();
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 640 } });
    for (const task of [...TASKS, { name: 'a task that cannot be done', steps: [/^A link that is nowhere$/], finds: [] }]) {
        const page = await context.newPage();
        await page.goto(server.origin + '/', { waitUntil: 'load' });
        const problems = await attempt(page, task);
        if (TASKS.includes(task))
            report(`${task.name}_in_${task.steps.length}_steps`, problems);
        else
            report('a_task_that_cannot_be_done_fails', problems.length ? [] : ['nothing was missed']);
        await page.close();
    }
    await reportFirstScreens(browser, server.origin);
    await browser.close();
    server.close();
    finish();
}

await main();
