-- A configuration whose address was lost with its key has none, and is kept all the same: see server/delivery/removal.ts.
CREATE OR REPLACE FUNCTION is_kept(configuration_id TEXT) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM "configuration"
     WHERE "id" = is_kept.configuration_id
       AND "state" <> 'removed'
       AND ("destination_url" IS NOT NULL OR "state" = 'broken')
  )
$$;
