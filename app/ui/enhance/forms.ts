import { formsWith } from "./dom";

/** A second press while the first is on its way does nothing. Buttons keep their names and values, which a disabled one would lose. */
export function sendOnce(): void {
  for (const form of formsWith("data-once")) {
    let sent = false;
    const again = () => {
      sent = false;
    };
    form.addEventListener("submit", (event) => {
      if (sent) event.preventDefault();
      sent = true;
      // A download or a lost connection leaves the page here: let people try again.
      setTimeout(again, 10_000);
    });
    addEventListener("pageshow", again);
  }
}

/** Errors take the focus, and their links put it into the field. */
export function focusErrors(): void {
  const summary = document.querySelector<HTMLElement>("[data-errors]");
  summary?.focus();
  summary?.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field) return;
    event.preventDefault();
    field.scrollIntoView({ block: "center" });
    field.focus();
  });
}

/** `[data-copy]` copies the text of the element it names. Hidden until there is a script to do it. */
export function offerCopy(): void {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll<HTMLElement>("[data-copy]")) {
    button.hidden = false;
    const label = button.textContent;
    button.addEventListener("click", async () => {
      const source = document.getElementById(button.dataset.copy ?? "");
      await navigator.clipboard.writeText((source?.textContent ?? "").trim());
      button.textContent = button.dataset.copied ?? label;
      setTimeout(() => {
        button.textContent = label;
      }, 2000);
    });
  }
}
