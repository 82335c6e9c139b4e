import "i18next";
import type accounts from "../../../locales/en/accounts.json";
import type compendium from "../../../locales/en/compendium.json";
import type dashboard from "../../../locales/en/dashboard.json";
import type drafting from "../../../locales/en/drafting.json";
import type dueDiligence from "../../../locales/en/due-diligence.json";
import type frame from "../../../locales/en/frame.json";
import type invitations from "../../../locales/en/invitations.json";
import type myPledges from "../../../locales/en/my-pledges.json";
import type notifications from "../../../locales/en/notifications.json";
import type organisations from "../../../locales/en/organisations.json";
import type pledges from "../../../locales/en/pledges.json";
import type progress from "../../../locales/en/progress.json";
import type rates from "../../../locales/en/rates.json";
import type reference from "../../../locales/en/reference.json";
import type style from "../../../locales/en/style.json";
import type together from "../../../locales/en/together.json";
import type translations from "../../../locales/en/translations.json";
import type ui from "../../../locales/en/ui.json";

interface Resources {
  accounts: typeof accounts;
  compendium: typeof compendium;
  dashboard: typeof dashboard;
  drafting: typeof drafting;
  "due-diligence": typeof dueDiligence;
  frame: typeof frame;
  invitations: typeof invitations;
  "my-pledges": typeof myPledges;
  notifications: typeof notifications;
  organisations: typeof organisations;
  pledges: typeof pledges;
  progress: typeof progress;
  rates: typeof rates;
  reference: typeof reference;
  style: typeof style;
  translations: typeof translations;
  together: typeof together;
  ui: typeof ui;
}

export type Namespace = keyof Resources;

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "ui";
    resources: Resources;
    returnNull: false;
  }
}
