import { getFile } from "~/platform/storage.server";

/** A kept file as a download. It is never shown in place: what people upload must not run as a page of ours. */
export async function fileAnswer(file: { key: string; fileName: string; mediaType: string }): Promise<Response> {
  const kept = await getFile(file.key);
  if (!kept) throw new Response(null, { status: 404 });
  return new Response(kept.stream, {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Length": String(kept.size),
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
