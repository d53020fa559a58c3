-- CreateTable
CREATE TABLE "audit" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "tenant_id" UUID,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_tenant_id_id_idx" ON "audit"("tenant_id", "id");

-- What was written stays as it was written. Fails closed, whoever asks but the tables' owner, who can drop the triggers.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '"%" is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER audit_is_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What people did goes with its configuration, once that is removed or was never finished.
CREATE FUNCTION is_kept(configuration_id TEXT) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM "configuration" WHERE "id" = is_kept.configuration_id AND "state" <> 'removed' AND "destination_url" IS NOT NULL)
$$;

CREATE TRIGGER change_stays
  BEFORE DELETE ON "change"
  FOR EACH ROW WHEN (is_kept(OLD."configuration_id")) EXECUTE FUNCTION refuse_change();

-- The one change that is let through takes away who it was: see server/operate/erase.ts.
CREATE TRIGGER change_is_append_only
  BEFORE UPDATE ON "change"
  FOR EACH ROW WHEN (
    NEW."by" <> 'erased'
    OR (OLD."id", OLD."configuration_id", OLD."at", OLD."kind", OLD."settings")
       IS DISTINCT FROM (NEW."id", NEW."configuration_id", NEW."at", NEW."kind", NEW."settings")
  ) EXECUTE FUNCTION refuse_change();
