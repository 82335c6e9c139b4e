import { PassThrough, Readable } from "node:stream";
import excel from "exceljs";
import { cellOf, type ExchangeRow, exchangeColumns } from "./exchange";

/** Rows as a workbook while they come. Cells are values, never formulas. */
export function xlsxOf(rows: AsyncIterable<ExchangeRow>, title: string): ReadableStream<Uint8Array> {
  const out = new PassThrough();
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream: out });
  const sheet = workbook.addWorksheet(title.slice(0, 31));
  sheet.columns = exchangeColumns.map((name) => ({ header: name, key: name, width: 18 }));
  const write = async () => {
    for await (const row of rows) sheet.addRow(exchangeColumns.map((name) => cellOf(row[name]))).commit();
    sheet.commit();
    await workbook.commit();
  };
  write().catch((error) => out.destroy(error));
  return Readable.toWeb(out) as ReadableStream<Uint8Array>;
}
