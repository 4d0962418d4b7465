/* Finding people in the list, and copying a letter. The pages work without it. */
(() => {
  const find = document.getElementById('find');
  if (find) {
    find.parentElement.hidden = false;
    find.addEventListener('input', () => {
      const words = find.value.toLowerCase().split(/\s+/);
      for (const person of document.querySelectorAll('.mu-people .usa-checkbox')) {
        const text = person.textContent.toLowerCase();
        const chosen = person.querySelector('input').checked;
        person.hidden = !chosen && !words.every((word) => text.includes(word));
      }
    });
  }
  if (navigator.clipboard) {
    for (const button of document.querySelectorAll('[data-copy]')) {
      button.hidden = false;
      button.addEventListener('click', async () => {
        await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
        button.textContent = 'Copied';
      });
    }
  }
})();
