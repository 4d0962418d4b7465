// The review by keyboard, and passages marked with the mouse. Without this script every button still works, and words to be
// removed can be typed.
(() => {
  const review = document.querySelector(".rv");
  if (!review) {
    return;
  }

  const typing = (target) => target.closest("input, select, textarea, [contenteditable]") !== null;

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (typing(event.target) && event.target.type !== "checkbox")) {
      return;
    }
    const wanted = review.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (wanted) {
      event.preventDefault();
      wanted.click();
    }
  });

  const form = review.querySelector(".rv-draw");
  if (!form) {
    return;
  }

  // Where a point of the page lies in the text of its part: each stretch knows where it begins there.
  const offset = (node, at) => {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const stretch = element.closest("[data-start]");
    if (stretch) {
      return Number(stretch.dataset.start) + (node.nodeType === Node.TEXT_NODE ? at : at === 0 ? 0 : stretch.textContent.length);
    }
    const stretches = [...element.querySelectorAll(":scope > [data-start]")];
    const before = [...element.childNodes].slice(0, at).filter((one) => stretches.includes(one));
    const last = before[before.length - 1];
    return last ? Number(last.dataset.start) + last.textContent.length : 0;
  };

  const part = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-part]");

  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) {
      return;
    }
    const range = selection.getRangeAt(0);
    const within = part(range.startContainer);
    if (!within || within !== part(range.endContainer)) {
      return;
    }
    const start = offset(range.startContainer, range.startOffset);
    const end = offset(range.endContainer, range.endOffset);
    if (end <= start) {
      return;
    }
    form.elements.part.value = within.dataset.part;
    form.elements.measured.value = within.dataset.measured;
    form.elements.start.value = start;
    form.elements.end.value = end;
    form.elements.words.value = "";
    const marked = form.querySelector(".rv-marked");
    marked.hidden = false;
    marked.textContent = selection.toString();
  });

  form.elements.words.addEventListener("input", () => {
    form.elements.start.value = "";
    form.elements.end.value = "";
    form.querySelector(".rv-marked").hidden = true;
  });
})();
