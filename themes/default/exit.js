/* On sensitive pages: leave at once, so that "back" does not lead here again. Without this the link works all the same. */
"use strict";
(function () {
  var link = document.getElementById("leave"), key = document.getElementById("leave-key"), presses = 0, last = 0;

  function leave() {
    document.documentElement.hidden = true;
    location.replace(link.href);
  }
  link.addEventListener("click", function (event) {
    event.preventDefault();
    leave();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || event.timeStamp - last > 1500) {
      presses = 0;
    }
    if (event.key === "Escape") {
      last = event.timeStamp;
      presses += 1;
    }
    if (presses === 3) {
      leave();
    }
  });
  key.hidden = false;
}());
