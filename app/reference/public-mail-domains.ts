/**
 * Mail providers open to everyone: an address there says nothing about the organisation behind it, so it suggests no
 * duplicate and proves no claim (R9, R17). Short on purpose; a missing one only costs a needless suggestion.
 */
export const publicMailDomains: ReadonlySet<string> = new Set(
  `126.com 139.com 163.com aliyun.com aol.com bk.ru fastmail.com foxmail.com free.fr gmail.com gmx.com gmx.de gmx.net
   googlemail.com hotmail.co.uk hotmail.com hotmail.es hotmail.fr icloud.com inbox.ru laposte.net list.ru live.com
   mac.com mail.com mail.ru maktoob.com me.com msn.com naver.com orange.fr outlook.com outlook.es outlook.fr pm.me
   proton.me protonmail.com qq.com rambler.ru rediffmail.com sfr.fr sina.com sohu.com terra.com.br tutanota.com uol.com.br
   wanadoo.fr web.de yahoo.co.in yahoo.co.uk yahoo.com yahoo.com.br yahoo.es yahoo.fr yandex.com yandex.ru yeah.net
   ymail.com zoho.com`
    .trim()
    .split(/\s+/),
);

/** The domain of a mail address in lower case, or undefined when there is none or it belongs to a public provider. */
export function organisationMailDomain(address: string): string | undefined {
  const domain = address.split("@").at(1)?.trim().toLowerCase();
  return domain && !publicMailDomains.has(domain) ? domain : undefined;
}
