import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import type { SentMail } from "./mail-stand-in";

/** One of the accounts that the starter content makes, as DATA_DIR/demo-accounts.json lists them. */
export interface DemoAccount {
  role: string;
  email: string;
  password: string;
  organisation: string | null;
}

interface Journey {
  /** The latest message to an address; waits until there is one whose subject or text matches. */
  mailTo(address: string, matching?: RegExp): Promise<SentMail>;
  /** The demo account of a role, such as `reviewer`. */
  demoAccount(role: string): DemoAccount;
}

/** A browser journey: like Playwright's `test`, but an error in the browser's console or a failed script fails it. */
export const test = base.extend<Journey>({
  page: async ({ page }, use) => {
    const complaints = watch(page);
    await use(page);
    expect(complaints, "errors in the browser's console").toEqual([]);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  mailTo: async ({}, use) => {
    await use(async (address, matching = /./) => {
      let found: SentMail | undefined;
      await expect
        .poll(
          async () => {
            const answer = await fetch(`${process.env.E2E_MAIL}/messages?to=${encodeURIComponent(address)}`);
            const messages = (await answer.json()) as SentMail[];
            found = messages.findLast((mail) => matching.test(`${mail.subject}\n${mail.text ?? ""}`));
            return found !== undefined;
          },
          { message: `a message to ${address}`, timeout: 15_000 },
        )
        .toBe(true);
      return found as SentMail;
    });
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  demoAccount: async ({}, use) => {
    const file = join(process.env.E2E_DATA_DIR ?? "", "demo-accounts.json");
    await use((role) => {
      const accounts = JSON.parse(readFileSync(file, "utf8")) as DemoAccount[];
      const account = accounts.find((candidate) => candidate.role === role);
      if (!account) throw new Error(`no demo account has the role ${role}`);
      return account;
    });
  },
});

/** Collects what the browser complains about. An answer that is an error page on purpose is no complaint. */
export function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    // Browsers log every 4xx document as an error; journeys check such answers themselves.
    const isDocument = message.location().url === page.url();
    if (isDocument && /Failed to load resource/.test(message.text())) return;
    complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}

export { expect };
