import { pageLocale } from "./dom";

/** Counts the characters of the field that `[data-count]` names; over `data-max` the count turns to a warning, and nothing is cut off. */
export function countCharacters(): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-count]")) {
    const field = document.getElementById(place.dataset.count ?? "");
    if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) continue;
    const number = new Intl.NumberFormat(pageLocale());
    const show = () => {
      const used = [...field.value].length;
      place.textContent = (place.dataset.text ?? "").replace("{used}", number.format(used));
      place.classList.toggle("over", used > Number(place.dataset.max));
    };
    field.addEventListener("input", show);
    show();
  }
}
