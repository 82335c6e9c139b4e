import { formsWith, pageLocale, textBody, whenStill } from "./dom";

/** What the server answers: hidden fields to renew (the version of the draft) and, if refused, a sentence. */
type Answer = { fields?: Record<string, string>; message?: string };

/** Saves `form[data-autosave]` to that address a second after the last change; says so in `[data-saved]`. */
export function autosave(): void {
  for (const form of formsWith("data-autosave")) {
    const saver = new Saver(form);
    const later = whenStill(1000, () => saver.save());
    form.addEventListener("input", () => {
      saver.changed = true;
      later();
    });
    form.addEventListener("submit", () => saver.stop());
    addEventListener("online", () => saver.save());
    addEventListener("pagehide", () => saver.leave());
  }
}

class Saver {
  changed = false;
  private busy = false;
  private stopped = false;
  private readonly url: string;

  constructor(private readonly form: HTMLFormElement) {
    this.url = form.dataset.autosave ?? "";
  }

  /** The form itself is on its way: what it carries is newer than any autosave. */
  stop(): void {
    this.stopped = true;
  }

  /** One request at a time; what was typed meanwhile goes with the next. */
  async save(): Promise<void> {
    if (!this.changed || this.busy || this.stopped) return;
    this.busy = true;
    this.changed = false;
    try {
      const answer = await fetch(this.url, {
        method: "POST",
        body: textBody(this.form),
        headers: { Accept: "application/json" },
      });
      const content = (await answer.json().catch(() => ({}))) as Answer;
      if (answer.ok && !answer.redirected) this.saved(content);
      else this.failed(content.message);
    } catch {
      this.failed();
    }
    this.busy = false;
  }

  /** The last words typed before the page goes. */
  leave(): void {
    if (this.changed && !this.stopped) navigator.sendBeacon(this.url, textBody(this.form));
  }

  private saved({ fields = {} }: Answer): void {
    for (const [name, value] of Object.entries(fields)) {
      const field = this.form.elements.namedItem(name);
      if (field instanceof HTMLInputElement && field.type === "hidden") field.value = value;
    }
    const time = new Intl.DateTimeFormat(pageLocale(), { hour: "2-digit", minute: "2-digit" });
    for (const place of places()) say(place, "done", (place.dataset.saved ?? "").replace("{time}", time.format()));
    if (this.changed) void this.save();
  }

  private failed(message?: string): void {
    this.changed = true;
    for (const place of places()) say(place, "due", message ?? place.dataset.notSaved ?? "");
  }
}

const places = () => document.querySelectorAll<HTMLElement>("[data-saved]");

function say(place: HTMLElement, tone: string, text: string): void {
  const state = document.createElement("span");
  state.className = `state ${tone}`;
  state.textContent = text;
  place.replaceChildren(state);
}
