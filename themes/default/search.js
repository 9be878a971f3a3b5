/*
 * On the search page: a field to type into, above the list that is there without it. What is typed goes nowhere: not to
 * a server, not into the address, not into the browser's history.
 */
"use strict";
(function () {
  var form = document.getElementById("search"), data = window.doorSearch;
  var field, found, count, entries;

  /* Small letters without accents and vowel signs, cut into words. */
  function words(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f\u064b-\u0652\u0670]/g, "").toLowerCase()
      .split(/[^\p{L}\p{M}\p{N}]+/u).filter(function (word) { return word; });
  }

  /* How well an entry meets what is typed: each word of that must begin one of its words; names weigh most. */
  function score(entry, typed) {
    return typed.reduce(function (sum, word) {
      var points = 0;
      entry.words.forEach(function (list, i) {
        if (list.some(function (other) { return other.startsWith(word); })) {
          points = Math.max(points, 4 >> i);
        }
      });
      return sum && points ? sum + points : 0;
    }, 1);
  }

  function show() {
    var typed = words(field.value), results = [];
    if (typed.length) {
      results = entries.map(function (entry) { return { entry: entry, score: score(entry, typed) }; })
        .filter(function (result) { return result.score; })
        .sort(function (a, b) { return b.score - a.score; }).slice(0, 20);
    }
    found.replaceChildren.apply(found, results.map(function (result) {
      var item = document.createElement("li"), link = document.createElement("a");
      var where = document.createElement("span");
      link.href = new URL(result.entry.href, form.action).href;
      link.textContent = result.entry.name;
      if (result.entry.lang) {
        link.lang = result.entry.lang;
        link.dir = "auto";
      }
      if (result.entry.whereLang) {
        where.lang = result.entry.whereLang;
        where.dir = "auto";
      }
      where.className = "small";
      where.textContent = result.entry.where;
      item.className = "names-line";
      item.append(link, where);
      return item;
    }));
    count.parentElement.hidden = !typed.length;
    count.textContent = results.length;
  }

  if (form && data) {
    field = form.querySelector("input");
    found = document.getElementById("found");
    count = document.getElementById("count");
    entries = data.map(function (row) {
      return { name: row[0], href: row[1], where: row[2], lang: row[4], whereLang: row[5],
        words: [words(row[0]), words(row[3] || ""), words(row[2])] };
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    field.addEventListener("input", show);
    form.hidden = false;
    show();
  }
}());
