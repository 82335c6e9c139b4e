import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { type DemoAccount, expect, test } from "../support/journey";

/** Signs in without JavaScript: nothing here may depend on it. */
async function enter(browser: Browser, account: DemoAccount): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/en/sign-in");
  await page.fill("[name=email]", account.email);
  await page.fill("[name=password]", account.password);
  await page.locator("form.form button[type=submit]").click();
  return page;
}

const mended = (page: Page) => page.getByRole("alert");

test("an organisation registers, adds its document, applies to a focus area and takes in a colleague", async ({
  browser,
  demoAccount,
}) => {
  test.slow();
  const name = `Example Island Cooperative ${randomUUID().slice(0, 8)}`;
  const page = await enter(browser, demoAccount("newcomer"));
  await page.goto("/en/my/organisation/registration");
  await page.getByRole("button", { name: "Send the registration" }).click();
  await expect(mended(page)).toContainText("Official name");

  await page.fill("[name=officialName]", name);
  await page.selectOption("[name=constituency]", "private_sector");
  await page.selectOption("[name=country]", "FJI");
  await page.fill("[name=registeredAddress]", "1 Example Road\nSuva");
  await page.fill("[name='people[0].fullName']", "Ana Example");
  await page.getByRole("button", { name: "Add a person" }).click();
  await expect(page.locator("[name=officialName]")).toHaveValue(name);
  await page.fill("[name='people[1].fullName']", "Второй Пример");
  await page.check("[name=mayAct]");
  await page.check("[name=compactCommitment]");
  await page.getByRole("button", { name: "Send the registration" }).click();
  for (const label of ["Legal form", "Year founded", "Registration number", "Authority that registered it"])
    await expect(mended(page)).toContainText(label);

  await page.fill("[name=legalForm]", "Cooperative");
  await page.fill("[name=registrationNumber]", "N-77");
  await page.fill("[name=registrationAuthority]", "Registrar of cooperatives");
  await page.fill("[name=yearFounded]", "2015");
  await page.getByRole("button", { name: "Send the registration" }).click();
  // Another run of this journey may have left a similar name: then it is asked about, once (R9).
  const different = page.locator("[name=similarAnswer][value=different]");
  if (await different.isVisible()) {
    await different.check();
    await page.getByRole("button", { name: "Send the registration" }).click();
  }
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  await page.goto("/en/my/organisation/documents");
  const upload = async (body: string) => {
    const file = { name: "register.pdf", mimeType: "application/pdf", buffer: Buffer.from(body) };
    await page.setInputFiles("[name=file]", file);
    await page.getByRole("button", { name: "Upload the file" }).click();
  };
  await upload("<html>");
  await expect(mended(page)).toContainText("kind of file");
  await upload("%PDF-1.7 example");
  await expect(page.getByRole("link", { name: "register.pdf" })).toBeVisible();

  await page.goto("/en/my/participation/application");
  await page.check("[name=focusArea][value=access]");
  await page.check("[name=kind][value=member]");
  await page.fill("[name=statement]", "We will share what we learn.");
  await page.getByRole("button", { name: "Send the application" }).click();
  await expect(page.getByText("Applied, waiting for a decision")).toBeVisible();

  await page.goto("/en/my/organisation/people");
  const link = await page.locator("#join-link").textContent();
  const colleague = await enter(browser, demoAccount("author"));
  await colleague.goto(link?.trim() ?? "");
  // The organisation has no public page yet, so the link does not name it (R9).
  await expect(colleague.getByText(name)).toHaveCount(0);
  await colleague.getByRole("button", { name: "Send the request" }).click();
  await page.goto("/en/my/organisation");
  await page.getByRole("link", { name: "Answer 1 request to join" }).click();
  await page.locator("table a").first().click();
  await page.check("[name=answer][value=author]");
  await page.getByRole("button", { name: "Send the answer" }).click();
  await page.goto("/en/my/organisation/people");
  await expect(page.getByRole("row").filter({ hasText: "Author" })).toHaveCount(1);

  const secretary = await enter(browser, demoAccount("secretariat"));
  await secretary.goto("/en/staff/coalition");
  await secretary.getByRole("link", { name }).first().click();
  await secretary.check("[name=decision][value=admit]");
  await secretary.getByRole("button", { name: "Record the decision" }).click();
  await expect(mended(secretary)).toContainText("not cleared");
});

test("other people's pages answer 403 or 404, and visitors are asked to sign in", async ({ browser, demoAccount }) => {
  const page = await enter(browser, demoAccount("author"));
  // Asked for as the browser would, but a refused file has no page of its own to show.
  const status = async (path: string) => (await page.request.get(path)).status();
  expect(await status("/en/staff/coalition")).toBe(403);
  expect(await status("/en/my/organisation/details")).toBe(403);
  expect(await status(`/en/my/organisation/join/${randomUUID()}`)).toBe(404);
  expect(await status("/en/my/organisation/documents/nothing")).toBe(404);
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto("/en/my/organisation");
  await expect(visitor).toHaveURL(/\/en\/sign-in\?to=/);
});
