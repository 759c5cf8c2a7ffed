// Every page works without this file. It adds a copy button to words one could use, and the key "/" for the search.
"use strict";

function addCopyButtons() {
  if (!navigator.clipboard) return;
  for (const item of document.querySelectorAll("section.words li")) {
    const words = item.querySelector(".text");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.setAttribute("aria-label", "Copy: " + words.textContent.slice(0, 60));
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(words.textContent);
      button.textContent = "Copied";
      button.setAttribute("aria-label", "Copied: " + words.textContent.slice(0, 60));
    });
    item.append(button);
  }
}

function addSlashKey() {
  const off = "goodwill-slash-off";
  const box = document.getElementById("slash");
  const search = document.getElementById("q");
  if (!box || !search) return;
  document.getElementById("keys").hidden = false;
  box.checked = !localStorage.getItem(off);
  box.addEventListener("change", () => {
    if (box.checked) localStorage.removeItem(off);
    else localStorage.setItem(off, "1");
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || !box.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    search.focus();
  });
}

addCopyButtons();
addSlashKey();
