import { formsWith, textBody } from "./dom";

/**
 * Checks a field of `form[data-check]` when it is left: the server answers `{ errors: { [name]: sentence } }` for the whole form, and
 * only the field that was left changes, so nobody is told about what they have not come to yet.
 */
export function checkFields(): void {
  for (const form of formsWith("data-check"))
    form.addEventListener("change", (event) => {
      const field = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-field]") : null;
      if (field) void check(form, field);
    });
}

async function check(form: HTMLFormElement, field: HTMLElement): Promise<void> {
  try {
    const answer = await fetch(form.dataset.check ?? "", {
      method: "POST",
      body: textBody(form),
      headers: { Accept: "application/json" },
    });
    if (!answer.ok || answer.redirected) return;
    const { errors = {} } = (await answer.json()) as { errors?: Record<string, string> };
    show(form, field, errors[field.dataset.field ?? ""]);
  } catch {
    // Without an answer the field is checked when the form is sent.
  }
}

function show(form: HTMLFormElement, field: HTMLElement, text: string | undefined): void {
  const control = field.querySelector<HTMLElement>("input, select, textarea");
  if (!control) return;
  const id = `${control.id}-error`;
  document.getElementById(id)?.remove();
  field.classList.toggle("bad", Boolean(text));
  const described = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((one) => one && one !== id);
  control.removeAttribute("aria-invalid");
  if (text) {
    field.querySelector(".hint, label, legend")?.after(errorText(form, id, text));
    control.setAttribute("aria-invalid", "true");
    described.push(id);
  }
  if (described.length > 0) control.setAttribute("aria-describedby", described.join(" "));
  else control.removeAttribute("aria-describedby");
}

function errorText(form: HTMLFormElement, id: string, text: string): HTMLElement {
  const paragraph = document.createElement("p");
  paragraph.className = "error";
  paragraph.id = id;
  const prefix = document.createElement("span");
  prefix.className = "sr";
  prefix.textContent = `${form.dataset.errorPrefix ?? ""} `;
  paragraph.append(prefix, text);
  return paragraph;
}
