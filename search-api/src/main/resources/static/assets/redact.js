// Marks on the picture of a page: an area drawn with mouse, pen or finger, or words chosen by click or keyboard. Without this
// script lines can be ticked and an area given by numbers.
(() => {
  const sheet = document.querySelector(".pg-sheet");
  const form = document.querySelector("#mark");
  if (!sheet || !form) {
    return;
  }
  const svg = sheet.querySelector("svg");
  const area = svg.querySelector(".pg-area");
  const words = [...svg.querySelectorAll(".pg-word")];
  const said = document.querySelector(".pg-said");
  const marked = form.querySelector(".rv-marked");
  const finger = document.querySelector(".pg-finger");
  const { width, height } = svg.viewBox.baseVal;
  const sides = ["left", "top", "width", "height"];
  let cursor = -1;
  let begin = -1;
  let pending = false;
  let from = null;

  document.querySelector(".pg-hint").hidden = false;
  document.querySelector(".pg-tools").hidden = false;
  finger.hidden = !window.matchMedia("(any-pointer: coarse)").matches;
  const toggles = (button, look) =>
    button.addEventListener("click", () => button.setAttribute("aria-pressed", sheet.classList.toggle(look)));
  toggles(finger, "pg-sheet--draw");
  toggles(document.querySelector(".pg-larger"), "pg-sheet--large");

  const tell = (text) => {
    marked.hidden = text === "";
    marked.textContent = text;
  };

  const setArea = (x, y, across, down) => {
    const values = [x, y, across, down];
    ["x", "y", "width", "height"].forEach((name, at) => area.setAttribute(name, values[at]));
    sides.forEach((side, at) => {
      form.elements[side].value = across > 0 ? ((values[at] / (at % 2 ? height : width)) * 100).toFixed(2) : "";
    });
  };

  const setWords = (first, last) => {
    words.forEach((word, at) => {
      word.classList.toggle("pg-word--in", first >= 0 && at >= first && at <= last);
      word.classList.toggle("pg-word--at", at === cursor);
    });
    form.elements.words.value = first < 0 ? "" : `${words[first].dataset.word}-${words[last].dataset.word}`;
  };

  const clear = () => {
    begin = -1;
    pending = false;
    setArea(0, 0, 0, 0);
    setWords(-1, -1);
    tell("");
  };

  const choose = (one, other) => {
    const first = Math.min(one, other);
    const last = Math.max(one, other);
    setArea(0, 0, 0, 0);
    setWords(first, last);
    tell(words.slice(first, last + 1).map((word) => word.dataset.text).join(" "));
  };

  const point = (event) => {
    const frame = svg.getBoundingClientRect();
    const inside = (value, most) => Math.min(Math.max(value, 0), most);
    return {
      x: inside(((event.clientX - frame.left) / frame.width) * width, width),
      y: inside(((event.clientY - frame.top) / frame.height) * height, height),
    };
  };

  const wordAt = ({ x, y }) =>
    words.findIndex((word) => {
      const box = word.getBBox();
      return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
    });

  // The first click or tap takes a word; Shift, or the second tap, the words up to another.
  const pick = (at, extend) => {
    if (at < 0) {
      clear();
      return;
    }
    cursor = at;
    pending = false;
    begin = extend && begin >= 0 ? begin : at;
    choose(begin, at);
  };

  const draws = (event) => event.pointerType !== "touch" || sheet.classList.contains("pg-sheet--draw");

  svg.addEventListener("pointerdown", (event) => {
    if (event.button === 0 && draws(event)) {
      event.preventDefault();
      sheet.focus({ preventScroll: true });
      svg.setPointerCapture(event.pointerId);
      from = point(event);
    }
  });

  const span = (to) => [Math.min(from.x, to.x), Math.min(from.y, to.y), Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
  const isDrawn = (to) => Math.abs(to.x - from.x) > 4 && Math.abs(to.y - from.y) > 2;

  svg.addEventListener("pointermove", (event) => {
    if (from && isDrawn(point(event))) {
      begin = -1;
      setWords(-1, -1);
      setArea(...span(point(event)));
      tell("An area of the page");
    }
  });

  svg.addEventListener("pointerup", (event) => {
    if (from && !isDrawn(point(event))) {
      pick(wordAt(from), event.shiftKey);
    }
    from = null;
  });

  svg.addEventListener("pointercancel", () => {
    from = null;
  });

  svg.addEventListener("click", (event) => {
    if (event.pointerType === "touch" && !draws(event)) {
      pick(wordAt(point(event)), true);
    }
  });

  // The word of the next line, or the one before, that stands nearest.
  const beside = (step) => {
    const line = Number(words[cursor].dataset.line);
    const others = words.filter((word) => (Number(word.dataset.line) - line) * step > 0);
    const next = others.length === 0 ? NaN : Number((step > 0 ? others[0] : others[others.length - 1]).dataset.line);
    const x = words[cursor].getBBox().x;
    const near = others
      .filter((word) => Number(word.dataset.line) === next)
      .sort((one, other) => Math.abs(one.getBBox().x - x) - Math.abs(other.getBBox().x - x));
    return near.length === 0 ? cursor : words.indexOf(near[0]);
  };

  const moves = {
    ArrowRight: () => Math.min(cursor + 1, words.length - 1),
    ArrowLeft: () => Math.max(cursor - 1, 0),
    ArrowDown: () => (cursor < 0 ? 0 : beside(1)),
    ArrowUp: () => (cursor < 0 ? 0 : beside(-1)),
    Home: () => 0,
    End: () => words.length - 1,
  };

  sheet.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || words.length === 0) {
      return;
    }
    if (event.key in moves) {
      cursor = moves[event.key]();
      said.textContent = words[cursor].dataset.text;
      words[cursor].scrollIntoView({ block: "nearest" });
      if (pending) {
        choose(begin, cursor);
      } else {
        setWords(-1, -1);
      }
    } else if (event.key === "Enter" && cursor >= 0) {
      pending = !pending;
      begin = pending ? cursor : begin;
      choose(begin, cursor);
      said.textContent = pending ? "Begins here" : "Ends here";
    } else if (event.key === "Escape") {
      clear();
    } else {
      return;
    }
    event.preventDefault();
  });
})();
