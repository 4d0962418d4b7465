// The search box completes fields, results open beside the list on wide screens, and a message gets the room it needs.
(() => {
  const wide = window.matchMedia("(min-width: 60rem)");
  const box = document.querySelector("input[data-complete]");
  if (box) {
    complete(box);
  }
  fit(document);
  const search = document.querySelector(".mu-search");
  const pane = document.getElementById("pane");
  if (search && pane) {
    search.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-pane]");
      const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
      if (link && plain && wide.matches && window.htmx) {
        event.preventDefault();
        open(link);
      }
    });
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest("input, textarea, select, [contenteditable]");
      const step = { j: 1, k: -1 }[event.key];
      if (step && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        go(step);
      }
    });
  }

  async function open(link) {
    search.classList.add("has-pane");
    pane.hidden = false;
    search.querySelectorAll(".mu-hit.is-open").forEach((hit) => hit.classList.remove("is-open"));
    link.closest(".mu-hit").classList.add("is-open");
    await window.htmx.ajax("GET", link.getAttribute("href"), { target: "#pane", swap: "innerHTML" });
    pane.scrollTop = 0;
    fit(pane);
    pane.focus({ preventScroll: true });
  }

  function go(step) {
    const links = [...search.querySelectorAll("a[data-pane]")];
    const now = links.findIndex((link) => link.closest(".mu-hit").classList.contains("is-open") || link === document.activeElement);
    const next = links[Math.min(links.length - 1, Math.max(0, now + step))];
    if (next) {
      next.closest(".mu-hit").scrollIntoView({ block: "nearest" });
      next.focus();
      if (wide.matches && search.classList.contains("has-pane")) {
        open(next);
      }
    }
  }

  function fit(within) {
    within.querySelectorAll("iframe.mu-frame").forEach((frame) => {
      const size = () => {
        const inside = frame.contentDocument && frame.contentDocument.documentElement;
        if (inside) {
          frame.style.height = Math.min(2400, Math.max(120, inside.scrollHeight + 24)) + "px";
        }
      };
      frame.addEventListener("load", size);
      size();
    });
  }

  function complete(input) {
    const list = document.createElement("ul");
    list.className = "mu-complete";
    list.id = "q-list";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "What may be typed");
    list.hidden = true;
    input.closest(".mu-box__line").after(list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");
    let found = [];
    let at = -1;
    let asked = 0;

    const close = () => {
      list.hidden = true;
      at = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const choose = (one) => {
      const end = input.selectionStart;
      input.value = input.value.slice(0, one.from) + one.text + input.value.slice(end);
      input.setSelectionRange(one.from + one.text.length, one.from + one.text.length);
      close();
      input.focus();
      ask();
    };
    const select = (index) => {
      at = index;
      [...list.children].forEach((item, number) => item.setAttribute("aria-selected", String(number === at)));
      input.setAttribute("aria-activedescendant", at < 0 ? "" : "q-list-" + at);
    };
    const show = () => {
      list.replaceChildren(...found.map((one, number) => {
        const item = document.createElement("li");
        item.id = "q-list-" + number;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        const text = document.createElement("b");
        text.textContent = one.text.trim();
        const words = document.createElement("span");
        words.textContent = one.words;
        item.append(text, words);
        item.addEventListener("mousedown", (event) => { event.preventDefault(); choose(one); });
        return item;
      }));
      list.hidden = found.length === 0;
      input.setAttribute("aria-expanded", String(found.length > 0));
      at = -1;
    };
    const ask = async () => {
      const mine = ++asked;
      const typed = input.value.slice(0, input.selectionStart);
      const answer = await fetch(input.dataset.complete + "?q=" + encodeURIComponent(typed), { headers: { Accept: "application/json" } });
      if (answer.ok && mine === asked) {
        found = await answer.json();
        show();
      }
    };
    input.addEventListener("input", ask);
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (list.hidden) {
        return;
      }
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        select((at + step + found.length) % found.length);
      } else if ((event.key === "Enter" || event.key === "Tab") && at >= 0) {
        event.preventDefault();
        choose(found[at]);
      } else if (event.key === "Escape") {
        close();
      }
    });
  }
})();
