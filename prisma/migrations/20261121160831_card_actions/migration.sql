-- CreateEnum
CREATE TYPE "card_action_state" AS ENUM ('waiting', 'delivered', 'failed');

-- CreateTable
CREATE TABLE "card_action" (
    "id" UUID NOT NULL,
    "configuration_id" TEXT NOT NULL,
    "event_id" BIGINT NOT NULL,
    "title" TEXT NOT NULL,
    "pressed_by_name" TEXT NOT NULL,
    "pressed_at" TIMESTAMPTZ(3) NOT NULL,
    "body" TEXT NOT NULL,
    "state" "card_action_state" NOT NULL DEFAULT 'waiting',
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "card_action_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "card_action_waiting_idx" ON "card_action"("due_at") WHERE (state = 'waiting');

-- CreateIndex
CREATE UNIQUE INDEX "card_action_configuration_id_event_id_key" ON "card_action"("configuration_id", "event_id");
