#include "model/contact.h"

#include "model/check.h"

static const struct door_field opening_fields[] = {
    { "days", DOOR_KIND_DAYS, DOOR_REQUIRED, offsetof(struct door_opening, days), .open_referral = "byday",
      .help = "Days of the week, such as Monday to Friday." },
    { "times", DOOR_KIND_TIMES, 0, offsetof(struct door_opening, times), .open_referral = "opens_at",
      .help = "When it opens and closes, such as 9am to 5pm; absent when it is closed." },
};

const struct door_record door_opening_record = {
    .name = "opening", .size = sizeof(struct door_opening),
    .fields = opening_fields, .field_count = DOOR_COUNT(opening_fields),
};

static const struct door_field fields[] = {
    { "name", DOOR_KIND_TEXT, 0, offsetof(struct door_contact, name), .limit = 255, .open_referral = "name",
      .help = "The person or team to ask for." },
    { "role", DOOR_KIND_PROSE, 0, offsetof(struct door_contact, role), .limit = 150, .open_referral = "title",
      .help = "What the person does, such as feeding lead." },
    { "phone", DOOR_KIND_PHONE, 0, offsetof(struct door_contact, phone), .open_referral = "phones.number",
      .help = "The number to call, such as 01632 960 123." },
    { "text", DOOR_KIND_PHONE, 0, offsetof(struct door_contact, text), .open_referral = "phones.number",
      .help = "The number to send a text message to." },
    { "email", DOOR_KIND_EMAIL, 0, offsetof(struct door_contact, email), .open_referral = "email",
      .help = "The e-mail address that families may write to." },
    { "url", DOOR_KIND_URL, 0, offsetof(struct door_contact, url), .open_referral = "url",
      .help = "A web address with more about it, or where to book." },
    { "hours", DOOR_KIND_OPENING, 0, offsetof(struct door_contact, hours), .record = &door_opening_record,
      .open_referral = "phones.schedules",
      .help = "When somebody answers, such as {Monday to Friday: 9am to 5pm}, or always." },
};

static void
check_contact(struct door_check *check, void *record, const struct door_node *node)
{
    const struct door_contact *contact = record;

    if (!contact->phone && !contact->text && !contact->email && !contact->url)
        door_check_error(check, node, NULL, "contact-empty", "Give a phone, a text number, an email or a url.",
                "this contact cannot be reached");
}

const struct door_record door_contact_record = {
    .name = "contact", .size = sizeof(struct door_contact),
    .fields = fields, .field_count = DOOR_COUNT(fields), .check = check_contact,
};
