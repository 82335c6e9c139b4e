import { render } from "@react-email/render";
import type { CSSProperties, ReactNode } from "react";
import { directionOf } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import type { Letter } from "./model";

const sans = "16px/24px system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif";
const voice = "'Iowan Old Style','Palatino Linotype',Palatino,P052,Cambria,serif";
const quiet: CSSProperties = { color: "#4a5466", fontSize: 14, lineHeight: "21px" };

// Readers that know about dark pages and small screens; the others keep what is written at the elements.
const modes = `@media (prefers-color-scheme: dark) { .m, body { background: #10151f !important; color: #eceff4 !important; } .m h1, .m .q { color: #eceff4 !important; } .m .s { color: #b9c1cf !important; } .m .l { color: #9cc4f5 !important; } .m .b { background: #9cc4f5 !important; color: #10151f !important; } .m .w { background: #1a2130 !important; border-color: #9cc4f5 !important; } .m .r { border-color: #eceff4 !important; } .m .k { background: #9cc4f5 !important; } .m .h { border-color: #39414f !important; } }
@media (max-width: 480px) { .m .p { padding-inline: 16px !important; } .m h1 { font-size: 24px !important; line-height: 30px !important; } }`;

function Row({ className, style, children }: { className: string; style: CSSProperties; children: ReactNode }) {
  return (
    <tr>
      <td className={className} style={style}>
        {children}
      </td>
    </tr>
  );
}

function LetterMail({ letter }: { letter: Letter }) {
  const { lang, heading, about, button } = letter;
  const t = getT(lang, "notifications");
  return (
    <html lang={lang} dir={directionOf(lang)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{letter.subject}</title>
        <style>{modes}</style>
      </head>
      <body style={{ margin: 0, background: "#fff", color: "#131b2b", font: sans }}>
        <main aria-label={letter.subject}>
          <table
            role="presentation"
            className="m"
            width="100%"
            cellPadding={0}
            cellSpacing={0}
            style={{ maxWidth: 600, margin: "0 auto", borderCollapse: "collapse", font: sans }}
          >
            <tbody>
              <Row className="p r" style={{ padding: "24px 32px 12px", borderBottom: "1px solid #131b2b" }}>
                <strong>Partner2Connect</strong>
                <br />
                <span className="s" style={quiet}>
                  {t("frame.subject")}
                </span>
              </Row>
              <Row className="p" style={{ padding: "0 32px" }}>
                <div className="k" style={{ width: 96, height: 4, background: "#103a82", fontSize: 0, lineHeight: 0 }}>
                  &nbsp;
                </div>
              </Row>
              <Row className="p" style={{ padding: "32px 32px 0" }}>
                <p className="s" style={{ ...quiet, margin: "0 0 8px" }}>
                  {letter.to}
                </p>
                <h1 style={{ margin: "0 0 16px", font: `400 30px/36px ${voice}`, color: "#131b2b" }}>{heading}</h1>
                {about && <About text={about} />}
                {letter.paragraphs.map((text) => (
                  <p key={text} style={{ margin: "0 0 24px" }}>
                    {text}
                  </p>
                ))}
                <Way button={button} lang={lang} />
              </Row>
              <Row className="p s h" style={{ ...quiet, padding: "16px 32px 32px", borderTop: "1px solid #d3d8df" }}>
                {letter.why}{" "}
                {letter.settingsHref && (
                  <a className="l" href={letter.settingsHref} style={{ color: "#103a82" }}>
                    {t("frame.settings")}
                  </a>
                )}
              </Row>
            </tbody>
          </table>
        </main>
      </body>
    </html>
  );
}

function About({ text }: { text: string }) {
  return (
    <p
      className="w q"
      style={{ margin: "0 0 24px", padding: 16, borderInlineStart: "4px solid #103a82", background: "#f2f5fa" }}
    >
      {text}
    </p>
  );
}

function Way({ button, lang }: { button: Letter["button"]; lang: Letter["lang"] }) {
  const t = getT(lang, "notifications");
  return (
    <>
      <p style={{ margin: "0 0 24px" }}>
        <a
          className="b"
          href={button.href}
          style={{
            display: "inline-block",
            padding: "12px 24px",
            background: "#103a82",
            color: "#fff",
            fontWeight: 600,
            textDecoration: "none",
            borderRadius: 2,
          }}
        >
          {button.label}
        </a>
      </p>
      <p className="s" style={{ ...quiet, margin: "0 0 32px" }}>
        {t("frame.or_open")}{" "}
        <a className="l" href={button.href} dir="ltr" style={{ color: "#103a82", overflowWrap: "anywhere" }}>
          {button.href.replace(/^https?:\/\//, "")}
        </a>
        <br />
        {t("frame.never_password")}
      </p>
    </>
  );
}

/** One letter as the two forms of a mail. */
export async function renderLetter(letter: Letter): Promise<{ subject: string; html: string; text: string }> {
  const t = getT(letter.lang, "notifications");
  const html = await render(<LetterMail letter={letter} />);
  const text = [
    letter.to,
    letter.heading,
    letter.about,
    ...letter.paragraphs,
    `${letter.button.label}:\n${letter.button.href}`,
    t("frame.never_password"),
    [letter.why, letter.settingsHref && `${t("frame.settings")}: ${letter.settingsHref}`].filter(Boolean).join("\n"),
  ];
  return { subject: letter.subject, html, text: `${text.filter(Boolean).join("\n\n")}\n` };
}
