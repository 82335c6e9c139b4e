import { type Language, languageNames, languages } from "~/platform/i18n/languages";
import { useLang, useT } from "~/platform/i18n/react";
import { constituencies } from "~/reference/codes";
import { countriesByName } from "~/reference/countries";
import { Checkbox, SelectField } from "~/ui/form/choice-fields";
import type { FieldSource } from "~/ui/form/field-source";
import { Fieldset, Pair } from "~/ui/form/form";
import { NumberField, TextArea, TextField } from "~/ui/form/text-field";
import type { officialFields, profileFields } from "../schema";

type Fields<Shape> = { [Name in keyof Shape]: FieldSource };
type NameSources = { getFieldset(): Partial<Record<Language, FieldSource>> };
type ProfileSources = Omit<Fields<typeof profileFields>, "names"> & { names: NameSources };

/** Labels of every field, for the fields themselves and for the error summary. */
export function useFactLabels(): Record<keyof typeof officialFields | keyof typeof profileFields, string> {
  const t = useT("organisations");
  return {
    officialName: t("field.official_name"),
    shortName: t("field.short_name"),
    names: t("field.names"),
    description: t("field.description"),
    website: t("field.website"),
    publicContact: t("field.public_contact"),
    constituency: t("field.constituency"),
    country: t("field.country"),
    ituMember: t("field.itu_member"),
    legalForm: t("field.legal_form"),
    registrationNumber: t("field.registration_number"),
    registrationAuthority: t("field.registration_authority"),
    registeredAddress: t("field.registered_address"),
    yearFounded: t("field.year_founded"),
    hostOrganisation: t("field.host_organisation"),
    compactCommitment: t("field.compact_commitment"),
  };
}

/** What the error summary calls the names in other languages. */
export const nameLabels = Object.fromEntries(languages.map((lang) => [`names.${lang}`, languageNames[lang]]));

/** Countries and territories as answers, in the order of the page's language. */
export function useCountryOptions(): { value: string; label: string }[] {
  const { lang } = useLang();
  return countriesByName(lang).map(({ iso3, name }) => ({ value: iso3, label: name }));
}

/** Who the organisation is: the facts that define it (R13). */
export function IdentityFields({ fields }: { fields: Fields<typeof officialFields> }) {
  const t = useT("organisations");
  const reference = useT("reference");
  const labels = useFactLabels();
  return (
    <Fieldset legend={t("registration.identity")}>
      <TextField
        field={fields.officialName}
        label={labels.officialName}
        hint={t("hint.official_name")}
        autoComplete="organization"
        max={200}
      />
      <SelectField
        field={fields.constituency}
        label={labels.constituency}
        width="medium"
        options={constituencies.map((code) => ({ value: code, label: reference(`constituencies.${code}`) }))}
      />
      <SelectField
        field={fields.country}
        label={labels.country}
        hint={t("hint.country")}
        width="medium"
        autoComplete="country"
        options={useCountryOptions()}
      />
      <Checkbox field={fields.ituMember} label={labels.ituMember} hint={t("hint.itu_member")} />
    </Fieldset>
  );
}

/** What everybody will see. */
export function ProfileFields({ fields }: { fields: ProfileSources }) {
  const t = useT("organisations");
  const labels = useFactLabels();
  return (
    <Fieldset legend={t("registration.profile")} hint={t("registration.profile_hint")}>
      <TextField field={fields.shortName} label={labels.shortName} hint={t("hint.short_name")} max={60} optional />
      <TextArea
        field={fields.description}
        label={labels.description}
        hint={t("hint.description")}
        max={1000}
        optional
      />
      <TextField field={fields.website} type="url" label={labels.website} hint="https://example.org" optional />
      <TextField
        field={fields.publicContact}
        type="email"
        label={labels.publicContact}
        hint={t("hint.public_contact")}
        optional
      />
      <NameFields names={fields.names} />
    </Fieldset>
  );
}

/** How it is called in each of the six languages; its pages in that language then say so. */
function NameFields({ names }: { names: NameSources }) {
  const t = useT("organisations");
  const sources = names.getFieldset();
  return (
    <Fieldset legend={t("field.names")} hint={t("hint.names")}>
      {languages.map((lang) => (
        <TextField
          key={lang}
          field={sources[lang]}
          label={<span lang={lang}>{languageNames[lang]}</span>}
          lang={lang}
          max={200}
          optional
        />
      ))}
    </Fieldset>
  );
}

/** What due diligence needs and only staff read (R15). */
export function LegalFields({ fields }: { fields: Fields<typeof officialFields> }) {
  const t = useT("organisations");
  const labels = useFactLabels();
  return (
    <Fieldset legend={t("registration.legal")} hint={t("registration.legal_hint")}>
      <TextField field={fields.legalForm} label={labels.legalForm} hint={t("hint.legal_form")} max={120} />
      <Pair>
        <TextField
          field={fields.registrationNumber}
          label={labels.registrationNumber}
          width="medium"
          spellCheck={false}
        />
        <NumberField field={fields.yearFounded} label={labels.yearFounded} whole />
      </Pair>
      <TextField
        field={fields.registrationAuthority}
        label={labels.registrationAuthority}
        hint={t("hint.registration_authority")}
      />
      <TextArea field={fields.registeredAddress} label={labels.registeredAddress} rows={3} max={400} />
      <TextField
        field={fields.hostOrganisation}
        label={labels.hostOrganisation}
        hint={t("hint.host_organisation")}
        optional
      />
      <Checkbox field={fields.compactCommitment} label={labels.compactCommitment} hint={t("hint.compact_commitment")} />
    </Fieldset>
  );
}
