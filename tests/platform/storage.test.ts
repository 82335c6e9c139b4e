import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { env } from "~/platform/env";
import { FileRefused, getFile, putFile, removeFile } from "~/platform/storage.server";

const limit = { maxBytes: 1_000_000 };

async function* content(...chunks: (string | Uint8Array)[]) {
  for (const chunk of chunks) yield Buffer.from(chunk as string);
}

function unfinishedFiles() {
  const folder = join(env.DATA_DIR, "files");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith(".part"));
}

test("a kept file comes back byte for byte, until it is removed", async () => {
  const stored = await putFile(content("%PDF-1.7\n", "a pledge letter"), limit);
  expect(stored).toMatchObject({ size: 24, contentType: "application/pdf" });
  const found = await getFile(stored.key);
  expect(found?.size).toBe(24);
  expect(await new Response(found?.stream).text()).toBe("%PDF-1.7\na pledge letter");
  await removeFile(stored.key);
  expect(await getFile(stored.key)).toBeUndefined();
});

test("a spreadsheet is known by what is inside, not by its name", async () => {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet("pledges").addRow(["reference"]);
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  const stored = await putFile(content(bytes), limit);
  expect(stored.contentType).toBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  await removeFile(stored.key);
});

test("a file above the limit is refused and nothing of it stays", async () => {
  const sending = putFile(content("%PDF-1.7\n", "x".repeat(200)), { maxBytes: 100 });
  await expect(sending).rejects.toEqual(new FileRefused("too_large"));
  expect(unfinishedFiles()).toEqual([]);
});

test.each([
  ["a web page", "<!doctype html><script>"],
  ["a program", "\x7fELF"],
  ["an empty file", ""],
])("%s is refused", async (_what, bytes) => {
  await expect(putFile(content(bytes), limit)).rejects.toEqual(new FileRefused("wrong_type"));
  expect(unfinishedFiles()).toEqual([]);
});

test("a key that is not ours reaches no file", async () => {
  await expect(getFile("../../../etc/passwd")).rejects.toThrow("not a storage key");
});
