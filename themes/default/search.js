/*
 * On the search page: a field to type into, above the list that is there without it. What is typed goes nowhere: not to
 * a server, not into the address, not into the browser's history.
 */
"use strict";
(function () {
  var form = document.getElementById("search"), data = window.doorSearch;
  var field, found, count, nothing, entries;

  /* Small letters without accents and vowel signs, cut into words. */
  function words(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f\u064b-\u0652\u0670]/g, "").toLowerCase()
      .split(/[^\p{L}\p{M}\p{N}]+/u).filter(function (word) { return word; });
  }

  /* How well an entry meets each word typed, which must begin one of its words: names weigh most. */
  function points(entry, typed) {
    return typed.map(function (word) {
      return entry.words.reduce(function (most, list, i) {
        return list.some(function (other) { return other.startsWith(word); }) ? Math.max(most, 4 >> i) : most;
      }, 0);
    });
  }

  /* Entries that meet all words, the best first; if none does, those that meet any: a word that few have weighs most. */
  function find(typed) {
    var met = entries.map(function (entry) { return { entry: entry, points: points(entry, typed) }; });
    var counts = typed.map(function (word, i) { return met.filter(function (row) { return row.points[i]; }).length; });
    var all = met.filter(function (row) { return row.points.every(Boolean); });
    if (!all.length) {
      all = met.filter(function (row) { return row.points.some(Boolean); });
    }
    all.forEach(function (row) {
      row.score = row.points.reduce(function (sum, each, i) { return each ? sum + each / counts[i] : sum; }, 0);
    });
    return all.sort(function (a, b) { return b.score - a.score; }).slice(0, 20);
  }

  function show() {
    var typed = words(field.value), results = typed.length ? find(typed) : [];
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
    nothing.hidden = !typed.length || results.length > 0;
  }

  if (form && data) {
    field = form.querySelector("input");
    found = document.getElementById("found");
    count = document.getElementById("count");
    nothing = document.getElementById("nothing");
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
