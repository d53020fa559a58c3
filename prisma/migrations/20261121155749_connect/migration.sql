-- CreateEnum
CREATE TYPE "connected_place" AS ENUM ('inbox', 'group', 'team');

-- AlterEnum
ALTER TYPE "host_kind" ADD VALUE 'browser';

-- CreateTable
CREATE TABLE "connect_session" (
    "id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "connect_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "connect_attempt" (
    "id" TEXT NOT NULL,
    "state_hash" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "wanted" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "grant" TEXT,

    CONSTRAINT "connect_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "connection" (
    "configuration_id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "user_fingerprint" TEXT,
    "place" "connected_place" NOT NULL,

    CONSTRAINT "connection_pkey" PRIMARY KEY ("configuration_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "connect_session_hash_key" ON "connect_session"("hash");

-- CreateIndex
CREATE INDEX "connect_session_expires_at_idx" ON "connect_session"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "connect_attempt_state_hash_key" ON "connect_attempt"("state_hash");

-- CreateIndex
CREATE INDEX "connect_attempt_session_id_idx" ON "connect_attempt"("session_id");

-- CreateIndex
CREATE INDEX "connect_attempt_expires_at_idx" ON "connect_attempt"("expires_at");

-- CreateIndex
CREATE INDEX "connection_session_id_idx" ON "connection"("session_id");

-- CreateIndex
CREATE INDEX "connection_user_fingerprint_idx" ON "connection"("user_fingerprint");
