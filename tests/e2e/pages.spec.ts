import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { languages } from "../../app/platform/i18n/languages";
import { expect, test } from "../support/journey";

/** Every kind of public page, below a language. */
const pages = [
  "",
  "/compendium",
  "/compendium?type=financial&view=table",
  "/compendium?q=zzzzzz",
  "/countries",
  "/countries/TUV",
  "/countries/GHA",
  "/regions/AFR",
  "/dashboard",
  "/focus-areas/access",
  "/style",
  "/about",
  "/help",
  "/contact",
  "/terms",
  "/privacy",
  "/accessibility",
  "/licence",
  "/how-pledges-are-checked",
  "/counting-rules",
  "/sign-in",
  "/join",
  "/sign-in/forgotten",
  "/no-such-page",
];

async function expectSound(page: Page, lang: string, path: string) {
  await page.goto(`/${lang}${path}`);
  await expect(page.locator("html")).toHaveAttribute("lang", lang);
  await expect(page.locator("html")).toHaveAttribute("dir", lang === "ar" ? "rtl" : "ltr");
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(", ")}`)).toEqual([]);
}

for (const lang of languages)
  test(`public pages are sound in ${lang} on a wide screen`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width: 1280, height: 900 });
    for (const path of pages) await test.step(path || "/", () => expectSound(page, lang, path));
  });

for (const lang of ["en", "ar"])
  test(`public pages are sound in ${lang} at 320 pixels`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width: 320, height: 640 });
    for (const path of pages) await test.step(path || "/", () => expectSound(page, lang, path));
  });

test("public pages are sound in the dark", async ({ page }) => {
  test.setTimeout(180_000);
  await page.emulateMedia({ colorScheme: "dark" });
  for (const path of pages) await test.step(path || "/", () => expectSound(page, "en", path));
});

test("a first visit stays within its budget: 60 KB over the wire, 120 KB with the map, at most 10 KB of script", async ({
  page,
}) => {
  for (const [path, limit] of [
    ["/en/compendium", 60],
    ["/ar/compendium", 60],
    ["/en", 120],
    ["/en/dashboard", 120],
    ["/zh/counting-rules", 60],
  ] as const) {
    const context = await page.context().browser()?.newContext();
    const visit = await context?.newPage();
    if (!context || !visit) throw new Error("no browser");
    const session = await context.newCDPSession(visit);
    await session.send("Network.enable");
    const weights = new Map<string, number>();
    const types = new Map<string, string>();
    session.on("Network.responseReceived", ({ requestId, type }) => types.set(requestId, type));
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
      weights.set(requestId, encodedDataLength),
    );
    await visit.goto(path, { waitUntil: "networkidle" });
    const sum = (wanted?: string) =>
      [...weights]
        .filter(([id]) => !wanted || types.get(id) === wanted)
        .reduce((total, [, bytes]) => total + bytes, 0) / 1024;
    expect(sum(), `${path} in KB`).toBeLessThanOrEqual(limit);
    expect(sum("Script"), `script of ${path} in KB`).toBeLessThanOrEqual(10);
    await context.close();
  }
});

test("without JavaScript, and without cookies, everything public is there", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/en/compendium");
  await page.getByRole("searchbox").fill("Ghana");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/q=Ghana/);
  await page.getByRole("article").or(page.locator(".entry")).first().getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await context.cookies()).toEqual([]);
  await context.close();
});
