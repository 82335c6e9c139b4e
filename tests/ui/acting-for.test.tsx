import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ActingFor } from "~/ui/form/acting-for";
import { Form } from "~/ui/form/form";

const reef = { organisationId: "reef", here: "/en/my/pledges/1/what?for=port" };

test("a form names the organisation for which its page was shown, whatever its address (R10)", () => {
  const html = renderToStaticMarkup(
    <ActingFor acting={reef}>
      <Form>{null}</Form>
      <Form action="/en/my/a#b" autosave="/en/my/c?step=what">
        {null}
      </Form>
    </ActingFor>,
  );
  expect(html).toContain('action="/en/my/pledges/1/what?for=reef"');
  expect(html).toMatch(/action="\/en\/my\/a\?for=reef#b".*data-autosave="\/en\/my\/c\?step=what&amp;for=reef"/);
});

test("searches, and forms of pages that act for no organisation, name none", () => {
  const search = (
    <Form method="get" action="/en/my/pledges">
      {null}
    </Form>
  );
  expect(renderToStaticMarkup(<ActingFor acting={reef}>{search}</ActingFor>)).toContain('action="/en/my/pledges"');
  const staff = <Form action="/en/staff">{null}</Form>;
  expect(renderToStaticMarkup(<ActingFor acting={null}>{staff}</ActingFor>)).toContain('action="/en/staff"');
});
