-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "configuration_state" AS ENUM ('active', 'paused', 'broken', 'removed');

-- CreateEnum
CREATE TYPE "host_kind" AS ENUM ('connector', 'tab');

-- CreateEnum
CREATE TYPE "destination_kind" AS ENUM ('connector', 'workflow');

-- CreateEnum
CREATE TYPE "delivery_state" AS ENUM ('waiting', 'sent', 'folded', 'failed', 'dropped', 'expired');

-- CreateEnum
CREATE TYPE "verdict" AS ENUM ('posted', 'accepted', 'try_again', 'dead', 'card_wrong');

-- CreateTable
CREATE TABLE "configuration" (
    "id" TEXT NOT NULL,
    "creation_key" TEXT NOT NULL,
    "tenant_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "state" "configuration_state" NOT NULL DEFAULT 'active',
    "state_reason" TEXT,
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "event_types" TEXT[],
    "host_kind" "host_kind" NOT NULL,
    "team_name" TEXT,
    "channel_name" TEXT,
    "destination_kind" "destination_kind",
    "destination_url" TEXT,
    "destination_fingerprint" TEXT,
    "destination_label" TEXT,
    "hold_until" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "updated_by" TEXT NOT NULL,
    "updated_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "configuration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" BIGSERIAL NOT NULL,
    "source" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "tenant_id" UUID,
    "subject" TEXT,
    "time" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" BIGSERIAL NOT NULL,
    "configuration_id" TEXT NOT NULL,
    "event_id" BIGINT NOT NULL,
    "state" "delivery_state" NOT NULL DEFAULT 'waiting',
    "reason" TEXT NOT NULL DEFAULT 'now',
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "verdict" "verdict",
    "attempt_id" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" BIGSERIAL NOT NULL,
    "configuration_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "verdict" "verdict" NOT NULL,
    "status" INTEGER,
    "words" TEXT NOT NULL,
    "context_id" TEXT,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "scopes" TEXT[],
    "tenant_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "configuration_event_types_idx" ON "configuration" USING GIN ("event_types");

-- CreateIndex
CREATE UNIQUE INDEX "configuration_tenant_id_creation_key_key" ON "configuration"("tenant_id", "creation_key");

-- CreateIndex
CREATE UNIQUE INDEX "event_source_source_id_key" ON "event"("source", "source_id");

-- CreateIndex
CREATE INDEX "delivery_configuration_id_state_id_idx" ON "delivery"("configuration_id", "state", "id");

-- CreateIndex
CREATE INDEX "delivery_event_id_idx" ON "delivery"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_configuration_id_event_id_key" ON "delivery"("configuration_id", "event_id");

-- CreateIndex
CREATE INDEX "attempt_configuration_id_id_idx" ON "attempt"("configuration_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_hash_key" ON "api_key"("hash");

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_configuration_id_fkey" FOREIGN KEY ("configuration_id") REFERENCES "configuration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_configuration_id_fkey" FOREIGN KEY ("configuration_id") REFERENCES "configuration"("id") ON DELETE CASCADE ON UPDATE CASCADE;
