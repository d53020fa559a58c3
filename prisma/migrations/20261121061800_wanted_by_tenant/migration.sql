-- What a configuration wants, told apart by tenant: "<tenant> <event type>" for each type.
CREATE FUNCTION "wanted_types"("tenant" UUID, "types" TEXT[]) RETURNS TEXT[]
  LANGUAGE SQL IMMUTABLE PARALLEL SAFE
  RETURN (SELECT array_agg("tenant"::text || ' ' || "type") FROM unnest("types") AS "type");

-- An event of one tenant finds that tenant's configurations at once, however many others chose its type.
-- Without the pending list of fastupdate, which every look-up would read through.
CREATE INDEX "configuration_wanted_types_idx" ON "configuration"
  USING GIN ("wanted_types"("tenant_id", "event_types")) WITH (fastupdate = off);
