import { formsWith } from "./dom";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Kept = { path: string; base: Record<string, string>; now: Record<string, string>; sent: boolean };

const prefix = "typed:";

/**
 * Keeps what is typed into `form[data-keep]` in this tab until the server has taken it. If the session ends meanwhile, signing in again
 * brings the text back. A field is only put back if the server still shows what it showed when the typing began.
 */
export function keepTyped(): void {
  forgetTaken();
  for (const form of formsWith("data-keep")) keep(form);
  for (const form of document.querySelectorAll<HTMLFormElement>('form[action$="/sign-out"]'))
    form.addEventListener("submit", () => sessionStorage.clear());
}

function keep(form: HTMLFormElement): void {
  const key = `${prefix}${location.pathname}#${form.dataset.keep}`;
  const base = states(form);
  const kept = read(key);
  // After a refusal the server itself sends back what was typed.
  if (kept && !form.querySelector("[data-errors]")) restore(form, kept);
  const write = (sent: boolean) => {
    const content: Kept = { path: location.pathname, base, now: states(form), sent };
    try {
      sessionStorage.setItem(key, JSON.stringify(content));
    } catch {
      // A full or forbidden store costs only this convenience.
    }
  };
  form.addEventListener("input", () => write(false));
  form.addEventListener("submit", () => write(true));
}

/** A form that was sent and led to another page was taken, unless that page asks who you are. */
function forgetTaken(): void {
  if (document.querySelector('[autocomplete="current-password"], [autocomplete="one-time-code"]')) return;
  for (const key of Object.keys(sessionStorage).filter((one) => one.startsWith(prefix))) {
    const kept = read(key);
    if (!kept || (kept.sent && kept.path !== location.pathname)) sessionStorage.removeItem(key);
  }
}

function restore(form: HTMLFormElement, kept: Kept): void {
  let restored = false;
  for (const [name, control] of controls(form)) {
    const typed = kept.now[name];
    if (typed === undefined || typed === state(control) || kept.base[name] !== state(control)) continue;
    if (isTicked(control)) control.checked = typed === "on";
    else control.value = typed;
    restored = true;
  }
  if (!restored) return;
  const note = document.createElement("p");
  note.className = "note";
  note.setAttribute("role", "status");
  note.textContent = form.dataset.restored ?? "";
  form.prepend(note);
}

function read(key: string): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null") as Kept | null;
  } catch {
    return null;
  }
}

/** Fields that people fill in, each under a name of its own; never passwords, files or hidden fields. */
function controls(form: HTMLFormElement): [string, Control][] {
  const isControl = (one: Element): one is Control =>
    one instanceof HTMLTextAreaElement ||
    one instanceof HTMLSelectElement ||
    (one instanceof HTMLInputElement && !["password", "file", "hidden", "submit"].includes(one.type));
  return [...form.elements].filter(isControl).map((control, index) => [`${control.name}#${index}`, control]);
}

const isTicked = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio");

const state = (control: Control): string => (isTicked(control) ? (control.checked ? "on" : "") : control.value);

const states = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries(controls(form).map(([name, control]) => [name, state(control)]));
