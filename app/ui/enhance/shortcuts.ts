const offKey = "shortcuts-off";

/**
 * `?` opens the list of shortcuts; a letter follows, focuses or presses what carries it in `data-shortcut`. Single letters can be
 * switched off in the list (WCAG 2.1.4), because speech input and slips of the hand press them too.
 */
export function listenForShortcuts(): void {
  const list = document.querySelector<HTMLDialogElement>("dialog[data-shortcut-list]");
  if (!list) return;
  const toggle = list.querySelector<HTMLInputElement>("[data-shortcut-switch]");
  if (toggle) {
    toggle.checked = !localStorage.getItem(offKey);
    toggle.addEventListener("change", () =>
      toggle.checked ? localStorage.removeItem(offKey) : localStorage.setItem(offKey, "1"),
    );
  }
  for (const button of document.querySelectorAll<HTMLElement>("[data-opens-shortcuts]")) {
    button.hidden = false;
    button.addEventListener("click", () => list.showModal());
  }
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || list.open || isTyping(event.target)) return;
    if (localStorage.getItem(offKey)) return;
    if (event.key === "?") list.showModal();
    else if (!follow(event.key)) return;
    event.preventDefault();
  });
}

function follow(key: string): boolean {
  const target = document.querySelector<HTMLElement>(`[data-shortcut="${CSS.escape(key)}"]`);
  if (!target) return false;
  const { href, focus } = target.dataset;
  if (href) location.assign(href);
  else if (focus) document.querySelector<HTMLElement>(focus)?.focus();
  else target.click();
  return true;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, select, textarea"));
