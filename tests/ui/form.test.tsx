import { useForm } from "@conform-to/react";
import { describe, expect, test } from "vitest";
import { msg } from "~/platform/i18n/message";
import { Checkbox, CheckboxGroup, RadioGroup, SelectField } from "~/ui/form/choice-fields";
import { Form } from "~/ui/form/form";
import { TextArea, TextField } from "~/ui/form/text-field";
import { attributes, html } from "./render";

describe("a text field", () => {
  const markup = html(
    <TextField
      name="title"
      label="Title"
      hint="A few words"
      value="as <typed>"
      errors={[msg("error.too_long", { max: 120 })]}
    />,
  );
  const input = attributes(markup, /<input[^>]*>/);

  test("is named by its label and described by hint and error", () => {
    expect(attributes(markup, /<label[^>]*>/).for).toBe(input.id);
    expect(input["aria-describedby"]?.split(" ").every((id) => markup.includes(`id="${id}"`))).toBe(true);
    expect(input["aria-invalid"]).toBe("true");
  });

  test("keeps what was typed", () => {
    expect(input.value).toBe("as &lt;typed&gt;");
  });

  test("says its error in the reader's language", () => {
    expect(markup).toContain("at most 120 characters");
    const french = html(<TextField name="title" label="Titre" errors={[msg("error.too_long", { max: 120 })]} />, "fr");
    expect(french).toContain("Nombre maximal de caractères\u00a0: 120");
  });

  test("is not described by anything when there is nothing to say", () => {
    const plain = attributes(html(<TextField name="title" label="Title" />), /<input[^>]*>/);
    expect(plain["aria-describedby"]).toBeUndefined();
    expect(plain["aria-invalid"]).toBeUndefined();
  });

  test("follows the direction of free text but not of addresses", () => {
    expect(input.dir).toBe("auto");
    expect(attributes(html(<TextField type="email" name="email" label="Email" />), /<input[^>]*>/).dir).toBe("ltr");
  });

  test("never sends a password back", () => {
    const password = html(<TextField type="password" name="password" label="Password" value="secret" />);
    expect(password).not.toContain("secret");
  });
});

function Sample() {
  const [form, fields] = useForm<{
    title: string;
    kind: string;
    areas: string[];
    agree: boolean;
    rows: { name: string }[];
  }>({
    id: "sample",
    lastResult: {
      status: "error",
      initialValue: {
        title: "typed",
        kind: "policy",
        areas: ["access", "adoption"],
        agree: "on",
        rows: [{ name: "" }],
      },
      error: {
        "": [msg("error.conflict")],
        title: [msg("error.required")],
        kind: [msg("error.choose")],
        "rows[0].name": [msg("error.required")],
      },
    },
  });
  const row = fields.rows.getFieldList()[0]?.getFieldset();
  const options = ["financial", "policy"].map((value) => ({ value, label: value }));
  const areas = ["access", "adoption", "accelerate"].map((value) => ({ value, label: value }));
  return (
    <Form form={form} receiptKey="key-1" labels={{ title: "Title", "rows[].name": "Name" }}>
      <TextField field={fields.title} label="Title" />
      <RadioGroup field={fields.kind} label="Kind" options={options} />
      <CheckboxGroup field={fields.areas} label="Areas" options={areas} />
      <Checkbox field={fields.agree} label="Agree" />
      {row && <TextField field={row.name} label="Name" />}
    </Form>
  );
}
describe("a form after an attempt", () => {
  const markup = html(<Sample />);

  test("lists every error first, each linked to a control that exists", () => {
    const links = [...markup.matchAll(/<a href="#([^"]+)"/g)].map((match) => match[1]);
    expect(links).toHaveLength(3);
    for (const id of links) expect(markup).toMatch(new RegExp(`<input id="${id?.replace(/[[\].]/g, "\\$&")}"`));
    expect(markup.indexOf('role="alert"')).toBeLessThan(markup.indexOf("<label"));
    expect(markup).toContain("4 things to mend");
    expect(markup).toContain("Title: Fill this in.");
    expect(markup).toContain("Name: Fill this in.");
  });

  test("keeps text, choices and ticks", () => {
    expect(attributes(markup, /<input id="sample-title"[^>]*>/).value).toBe("typed");
    const chosen = [...markup.matchAll(/<input[^>]*checked=""[^>]*>/g)].map(
      ([tag]) => attributes(tag, /<input[^>]*>/).value ?? "on",
    );
    expect(chosen).toEqual(["policy", "access", "adoption", "on"]);
  });

  test("carries its receipt key and leaves checking to the server", () => {
    expect(markup).toContain('<input type="hidden" name="_key" value="key-1"/>');
    expect(attributes(markup, /<form[^>]*>/)).toMatchObject({ method: "post" });
    expect(markup).toMatch(/<form[^>]* novalidate/i);
  });
});

test("a select shows what was chosen", () => {
  const options = [
    { value: "a", label: "A" },
    { value: "b", label: "B" },
  ];
  expect(html(<SelectField name="x" label="X" value="b" options={options} />)).toContain(
    '<option value="b" selected="">B</option>',
  );
});

test("a long text says how long it may be, and the script can count", () => {
  const count = attributes(html(<TextArea name="how" label="How" max={500} />), /<p class="count"[^>]*>/);
  expect(count).toMatchObject({
    "data-count": "field-how",
    "data-max": "500",
    "data-text": "Characters: {used} of 500",
  });
});
