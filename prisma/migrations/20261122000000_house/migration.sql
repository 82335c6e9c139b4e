CREATE EXTENSION IF NOT EXISTS citext;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "account_state" AS ENUM ('unconfirmed', 'active', 'suspended', 'deleted');

-- CreateEnum
CREATE TYPE "staff_role" AS ENUM ('reviewer', 'approver', 'secretariat', 'administrator');

-- CreateEnum
CREATE TYPE "email_token_kind" AS ENUM ('confirm', 'reset', 'change_email', 'undo_change_email', 'first_administrator');

-- CreateEnum
CREATE TYPE "case_kind" AS ENUM ('organisation', 'pledge');

-- CreateEnum
CREATE TYPE "track" AS ENUM ('standard', 'government', 'enhanced', 'compiled');

-- CreateEnum
CREATE TYPE "recommendation" AS ENUM ('clear', 'request_changes', 'decline');

-- CreateEnum
CREATE TYPE "decision" AS ENUM ('cleared', 'changes_requested', 'declined');

-- CreateEnum
CREATE TYPE "risk_rating" AS ENUM ('low', 'medium', 'high');

-- CreateEnum
CREATE TYPE "finding_verdict" AS ENUM ('met', 'not_met', 'not_applicable');

-- CreateEnum
CREATE TYPE "organisation_state" AS ENUM ('recorded', 'registered', 'in_review', 'changes_requested', 'recommended', 'cleared', 'declined', 'suspended', 'removed', 'closed');

-- CreateEnum
CREATE TYPE "member_role" AS ENUM ('author', 'lead');

-- CreateEnum
CREATE TYPE "participation_kind" AS ENUM ('member', 'leader');

-- CreateEnum
CREATE TYPE "participation_state" AS ENUM ('applied', 'admitted', 'declined', 'ended');

-- CreateEnum
CREATE TYPE "key_person_role" AS ENUM ('highest_leader', 'board_member', 'owner');

-- CreateEnum
CREATE TYPE "join_request_state" AS ENUM ('open', 'accepted', 'declined');

-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('queued', 'sent', 'kept', 'failed');

-- CreateEnum
CREATE TYPE "revision_state" AS ENUM ('draft', 'ready', 'submitted', 'in_review', 'changes_requested', 'recommended', 'cleared', 'declined', 'withdrawn', 'published', 'superseded');

-- CreateEnum
CREATE TYPE "pledge_state" AS ENUM ('unpublished', 'published', 'completed', 'discontinued', 'suspended', 'withdrawn', 'removed');

-- CreateEnum
CREATE TYPE "pledge_type" AS ENUM ('financial', 'project', 'policy', 'advocacy');

-- CreateEnum
CREATE TYPE "extent" AS ENUM ('exclusively', 'primarily', 'partly', 'none');

-- CreateEnum
CREATE TYPE "value_state" AS ENUM ('none', 'converted', 'awaiting_rate', 'not_converted');

-- CreateEnum
CREATE TYPE "part_state" AS ENUM ('invited', 'confirmed', 'declined', 'expired', 'withdrawn');

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL,
    "state" "account_state" NOT NULL DEFAULT 'unconfirmed',
    "email" CITEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "language" CHAR(2) NOT NULL DEFAULT 'en',
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "terms_version" TEXT,
    "privacy_version" TEXT,
    "terms_accepted_at" TIMESTAMPTZ(3),
    "email_confirmed_at" TIMESTAMPTZ(3),
    "reads_languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_role_grants" (
    "account_id" UUID NOT NULL,
    "role" "staff_role" NOT NULL,
    "granted_by" UUID,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_role_grants_pkey" PRIMARY KEY ("account_id","role")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "user_agent" TEXT,
    "second_factor_at" TIMESTAMPTZ(3),
    "active_organisation_id" UUID,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "email_tokens" (
    "id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "kind" "email_token_kind" NOT NULL,
    "account_id" UUID NOT NULL,
    "email" CITEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "email_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "totp" (
    "account_id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "totp_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "event" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT,
    "organisation_id" UUID,
    "data" JSONB NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "previous_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cases" (
    "id" UUID NOT NULL,
    "kind" "case_kind" NOT NULL,
    "organisation_id" UUID NOT NULL,
    "pledge_id" UUID,
    "revision_id" UUID,
    "track" "track" NOT NULL,
    "checklist_version" INTEGER NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE,
    "waiting_since" TIMESTAMPTZ(3),
    "assignee_id" UUID,
    "assigned_at" TIMESTAMPTZ(3),
    "recommendation" "recommendation",
    "risk_rating" "risk_rating",
    "recommendation_reason" TEXT,
    "recommended_by" UUID,
    "recommended_at" TIMESTAMPTZ(3),
    "conditions" TEXT,
    "decision" "decision",
    "decision_reason" TEXT,
    "internal_reason" TEXT,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "findings" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "verdict" "finding_verdict" NOT NULL,
    "text" TEXT NOT NULL,
    "evidence" TEXT,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "findings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_messages" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "field" TEXT,
    "body" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "from_staff" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_notes" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conflict_declarations" (
    "case_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conflict_declarations_pkey" PRIMARY KEY ("case_id","account_id")
);

-- CreateTable
CREATE TABLE "controversies" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "date" TEXT,
    "summary" TEXT NOT NULL,
    "response" TEXT,
    "assessment" TEXT,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "controversies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_decisions" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "decision" "decision" NOT NULL,
    "reason" TEXT NOT NULL,
    "internal_reason" TEXT,
    "decided_by" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisations" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "state" "organisation_state" NOT NULL,
    "official_name" TEXT NOT NULL,
    "short_name" TEXT,
    "names" JSONB NOT NULL DEFAULT '{}',
    "constituency" TEXT NOT NULL,
    "country" CHAR(3),
    "website" TEXT,
    "description" TEXT,
    "public_contact" TEXT,
    "part_of_id" UUID,
    "compiled" BOOLEAN NOT NULL DEFAULT false,
    "external_id" TEXT,
    "itu_member" BOOLEAN NOT NULL DEFAULT false,
    "itu_member_confirmed_on" DATE,
    "legal_form" TEXT,
    "registration_number" TEXT,
    "registration_authority" TEXT,
    "registered_address" TEXT,
    "year_founded" INTEGER,
    "host_organisation" TEXT,
    "compact_commitment" BOOLEAN NOT NULL DEFAULT false,
    "cleared_on" DATE,
    "cleared_until" DATE,
    "public_reason" TEXT,
    "state_before_suspension" "organisation_state",
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "organisations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "key_people" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" "key_person_role" NOT NULL,
    "full_name" TEXT NOT NULL,
    "original_name" TEXT,
    "nationality" CHAR(3),
    "birth_year" INTEGER,

    CONSTRAINT "key_people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_documents" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "storage_key" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "uploaded_by" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_documents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "role" "member_role" NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "join_requests" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "message" TEXT,
    "state" "join_request_state" NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by" UUID,

    CONSTRAINT "join_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participations" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "kind" "participation_kind" NOT NULL,
    "focus_area" TEXT NOT NULL,
    "represents" TEXT NOT NULL,
    "state" "participation_state" NOT NULL DEFAULT 'applied',
    "statement" TEXT NOT NULL,
    "consultation" TEXT,
    "reason" TEXT,
    "starts_on" DATE,
    "ends_on" DATE,
    "applied_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "participations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "content_version" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "n" BIGINT NOT NULL DEFAULT 1,

    CONSTRAINT "content_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "command_receipts" (
    "key" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "command_receipts_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "mails" (
    "id" UUID NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "account_id" UUID,
    "recipient" TEXT NOT NULL,
    "language" CHAR(2) NOT NULL,
    "template" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" "mail_state" NOT NULL DEFAULT 'queued',
    "provider_id" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "events" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "place" TEXT,
    "starts_on" TEXT,
    "embargo_until" TIMESTAMPTZ(3),
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "public" BOOLEAN NOT NULL DEFAULT true,
    "cancelled" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pledges" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "reference" TEXT,
    "state" "pledge_state" NOT NULL DEFAULT 'unpublished',
    "state_before_suspension" "pledge_state",
    "compiled" BOOLEAN NOT NULL DEFAULT false,
    "external_id" TEXT,
    "announced" TEXT,
    "event_id" UUID,
    "first_submitted_on" DATE,
    "published_at" TIMESTAMPTZ(3),
    "ended_on" DATE,
    "public_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "pledges_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pledge_revisions" (
    "id" UUID NOT NULL,
    "pledge_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "revision_state" NOT NULL DEFAULT 'draft',
    "language" TEXT NOT NULL DEFAULT 'en',
    "title" TEXT NOT NULL DEFAULT '',
    "summary" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "type" "pledge_type",
    "focus_areas" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "sdgs" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "wsis" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "scope" TEXT,
    "regions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "beneficiary_note" TEXT,
    "ldc_extent" "extent",
    "ldc_share" DECIMAL(5,2),
    "ldc_note" TEXT,
    "lldc_extent" "extent",
    "lldc_share" DECIMAL(5,2),
    "lldc_note" TEXT,
    "sids_extent" "extent",
    "sids_share" DECIMAL(5,2),
    "sids_note" TEXT,
    "people" BIGINT,
    "people_note" TEXT,
    "gender_share" DECIMAL(5,2),
    "amount_minor" BIGINT,
    "currency" CHAR(3),
    "amount_basis" TEXT,
    "years" INTEGER,
    "value_kind" TEXT,
    "additionality" TEXT,
    "amount_text" TEXT,
    "amount_origin" TEXT,
    "value_state" "value_state" NOT NULL DEFAULT 'none',
    "usd_minor" BIGINT,
    "rate" DECIMAL(20,10),
    "rate_date" TEXT,
    "rate_source" TEXT,
    "starts_on" TEXT,
    "ends_on" TEXT,
    "partners" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "links" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "public_contact" TEXT,
    "staff_contact" TEXT,
    "consent_at" TIMESTAMPTZ(3),
    "consent_version" TEXT,
    "inferred" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "confidence" TEXT,
    "source" TEXT,
    "other_sources" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "source_note" TEXT,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID,
    "ready_by" UUID,
    "signed_off_by" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "cleared_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "pledge_revisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision_countries" (
    "revision_id" UUID NOT NULL,
    "iso3" CHAR(3) NOT NULL,
    "share" DECIMAL(5,2),
    "basis_on" TEXT,

    CONSTRAINT "revision_countries_pkey" PRIMARY KEY ("revision_id","iso3")
);

-- CreateTable
CREATE TABLE "indicators" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT,
    "baseline" DECIMAL(24,4),
    "baseline_date" TEXT,
    "target" DECIMAL(24,4),
    "due" TEXT,
    "verification" TEXT,

    CONSTRAINT "indicators_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestones" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "due" TEXT,
    "done" TEXT,

    CONSTRAINT "milestones_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "translations" (
    "revision_id" UUID NOT NULL,
    "language" CHAR(2) NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "author_id" UUID,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_by" UUID,
    "accepted_at" TIMESTAMPTZ(3),

    CONSTRAINT "translations_pkey" PRIMARY KEY ("revision_id","language")
);

-- CreateTable
CREATE TABLE "co_pledgers" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "organisation_id" UUID,
    "name" TEXT NOT NULL,
    "amount_minor" BIGINT,
    "currency" CHAR(3),
    "usd_minor" BIGINT,
    "state" "part_state" NOT NULL DEFAULT 'invited',
    "confirmed_by" UUID,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "co_pledgers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "observations" (
    "id" UUID NOT NULL,
    "pledge_id" UUID NOT NULL,
    "date" TEXT,
    "text" TEXT NOT NULL,
    "figures" JSONB NOT NULL DEFAULT '[]',
    "source" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',

    CONSTRAINT "observations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pledge_references" (
    "reference" TEXT NOT NULL,
    "pledge_id" UUID NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pledge_references_pkey" PRIMARY KEY ("reference")
);

-- CreateTable
CREATE TABLE "exchange_rates" (
    "currency" CHAR(3) NOT NULL,
    "period" TEXT NOT NULL,
    "usd_per_unit" DECIMAL(20,10) NOT NULL,
    "source" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "exchange_rates_pkey" PRIMARY KEY ("currency","period")
);

-- CreateIndex
CREATE UNIQUE INDEX "accounts_email_key" ON "accounts"("email");

-- CreateIndex
CREATE INDEX "sessions_account_id_idx" ON "sessions"("account_id");

-- CreateIndex
CREATE INDEX "sessions_expires_at_idx" ON "sessions"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "email_tokens_hash_key" ON "email_tokens"("hash");

-- CreateIndex
CREATE INDEX "email_tokens_account_id_kind_idx" ON "email_tokens"("account_id", "kind");

-- CreateIndex
CREATE INDEX "recovery_codes_account_id_idx" ON "recovery_codes"("account_id");

-- CreateIndex
CREATE INDEX "audit_events_subject_type_subject_id_idx" ON "audit_events"("subject_type", "subject_id");

-- CreateIndex
CREATE INDEX "audit_events_organisation_id_idx" ON "audit_events"("organisation_id");

-- CreateIndex
CREATE INDEX "audit_events_actor_id_idx" ON "audit_events"("actor_id");

-- CreateIndex
CREATE INDEX "audit_events_event_at_idx" ON "audit_events"("event", "at");

-- CreateIndex
CREATE INDEX "cases_closed_at_assignee_id_idx" ON "cases"("closed_at", "assignee_id");

-- CreateIndex
CREATE INDEX "cases_organisation_id_idx" ON "cases"("organisation_id");

-- CreateIndex
CREATE INDEX "cases_pledge_id_idx" ON "cases"("pledge_id");

-- CreateIndex
CREATE INDEX "cases_revision_id_idx" ON "cases"("revision_id");

-- CreateIndex
CREATE INDEX "findings_case_id_step_idx" ON "findings"("case_id", "step");

-- CreateIndex
CREATE INDEX "case_messages_case_id_idx" ON "case_messages"("case_id");

-- CreateIndex
CREATE INDEX "case_notes_case_id_idx" ON "case_notes"("case_id");

-- CreateIndex
CREATE INDEX "controversies_case_id_idx" ON "controversies"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_decisions_case_id_round_key" ON "case_decisions"("case_id", "round");

-- CreateIndex
CREATE UNIQUE INDEX "organisations_slug_key" ON "organisations"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "organisations_external_id_key" ON "organisations"("external_id");

-- CreateIndex
CREATE INDEX "organisations_state_idx" ON "organisations"("state");

-- CreateIndex
CREATE INDEX "key_people_organisation_id_idx" ON "key_people"("organisation_id");

-- CreateIndex
CREATE INDEX "organisation_documents_organisation_id_idx" ON "organisation_documents"("organisation_id");

-- CreateIndex
CREATE INDEX "memberships_account_id_idx" ON "memberships"("account_id");

-- CreateIndex
CREATE INDEX "memberships_organisation_id_idx" ON "memberships"("organisation_id");

-- CreateIndex
CREATE INDEX "join_requests_organisation_id_state_idx" ON "join_requests"("organisation_id", "state");

-- CreateIndex
CREATE INDEX "participations_focus_area_kind_state_idx" ON "participations"("focus_area", "kind", "state");

-- CreateIndex
CREATE INDEX "participations_organisation_id_idx" ON "participations"("organisation_id");

-- CreateIndex
CREATE INDEX "command_receipts_at_idx" ON "command_receipts"("at");

-- CreateIndex
CREATE UNIQUE INDEX "mails_dedupe_key_key" ON "mails"("dedupe_key");

-- CreateIndex
CREATE INDEX "mails_state_created_at_idx" ON "mails"("state", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "events_slug_key" ON "events"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "pledges_reference_key" ON "pledges"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "pledges_external_id_key" ON "pledges"("external_id");

-- CreateIndex
CREATE INDEX "pledges_organisation_id_idx" ON "pledges"("organisation_id");

-- CreateIndex
CREATE INDEX "pledges_state_idx" ON "pledges"("state");

-- CreateIndex
CREATE INDEX "pledge_revisions_state_idx" ON "pledge_revisions"("state");

-- CreateIndex
CREATE UNIQUE INDEX "pledge_revisions_pledge_id_number_key" ON "pledge_revisions"("pledge_id", "number");

-- CreateIndex
CREATE INDEX "revision_countries_iso3_idx" ON "revision_countries"("iso3");

-- CreateIndex
CREATE UNIQUE INDEX "indicators_revision_id_key_key" ON "indicators"("revision_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "milestones_revision_id_key_key" ON "milestones"("revision_id", "key");

-- CreateIndex
CREATE INDEX "co_pledgers_revision_id_idx" ON "co_pledgers"("revision_id");

-- CreateIndex
CREATE INDEX "observations_pledge_id_idx" ON "observations"("pledge_id");

-- CreateIndex
CREATE UNIQUE INDEX "pledge_references_pledge_id_key" ON "pledge_references"("pledge_id");

-- AddForeignKey
ALTER TABLE "staff_role_grants" ADD CONSTRAINT "staff_role_grants_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "email_tokens" ADD CONSTRAINT "email_tokens_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "totp" ADD CONSTRAINT "totp_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "findings" ADD CONSTRAINT "findings_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_messages" ADD CONSTRAINT "case_messages_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflict_declarations" ADD CONSTRAINT "conflict_declarations_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "controversies" ADD CONSTRAINT "controversies_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_decisions" ADD CONSTRAINT "case_decisions_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_part_of_id_fkey" FOREIGN KEY ("part_of_id") REFERENCES "organisations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_people" ADD CONSTRAINT "key_people_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_documents" ADD CONSTRAINT "organisation_documents_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participations" ADD CONSTRAINT "participations_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pledge_revisions" ADD CONSTRAINT "pledge_revisions_pledge_id_fkey" FOREIGN KEY ("pledge_id") REFERENCES "pledges"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_countries" ADD CONSTRAINT "revision_countries_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "pledge_revisions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "pledge_revisions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "pledge_revisions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "translations" ADD CONSTRAINT "translations_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "pledge_revisions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "co_pledgers" ADD CONSTRAINT "co_pledgers_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "pledge_revisions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observations" ADD CONSTRAINT "observations_pledge_id_fkey" FOREIGN KEY ("pledge_id") REFERENCES "pledges"("id") ON DELETE CASCADE ON UPDATE CASCADE;
