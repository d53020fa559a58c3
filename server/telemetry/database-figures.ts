/** Reads with one statement. */
export type ReadRows = <Row extends object>(text: string, values: readonly unknown[]) => Promise<Row[]>;

/** What the database holds, for all nodes together. */
export interface DatabaseFigures {
  configurations: { state: string; count: number }[];
  /** Deliveries that wait, by the state of their configurations: what waits for people is no backlog. */
  waiting: { state: string; count: number; oldestSeconds: number }[];
  /** Pressed buttons that were not passed on yet. */
  cardActions: { count: number; oldestSeconds: number };
}

/** For all organisations, or for one; pressed buttons are counted for all. */
export async function readDatabaseFigures(read: ReadRows, tenantId?: string): Promise<DatabaseFigures> {
  const [configurations, waiting, cardActions] = await Promise.all([
    countConfigurations(read, tenantId),
    countWaiting(read, tenantId),
    countCardActions(read),
  ]);
  return { configurations, waiting, cardActions };
}

function countConfigurations(
  read: ReadRows,
  tenantId: string | undefined,
): Promise<DatabaseFigures['configurations']> {
  return read(
    `SELECT state, count(*)::int AS count
       FROM configuration
      WHERE $1::uuid IS NULL OR tenant_id = $1
      GROUP BY state`,
    [tenantId ?? null],
  );
}

/**
 * Counts in the index of waiting deliveries, whose size follows what waits and not what was delivered. Ids
 * rise with acceptance, so the oldest delivery of a state is one row, read by its key.
 */
function countWaiting(read: ReadRows, tenantId: string | undefined): Promise<DatabaseFigures['waiting']> {
  return read(
    `WITH queue AS (
       SELECT configuration_id, count(*) AS deliveries, min(id) AS oldest_id
         FROM delivery
        WHERE state = 'waiting'
        GROUP BY configuration_id
     ),
     by_state AS (
       SELECT configuration.state, sum(deliveries) AS deliveries, min(oldest_id) AS oldest_id
         FROM queue
         JOIN configuration ON configuration.id = queue.configuration_id
        WHERE $1::uuid IS NULL OR configuration.tenant_id = $1
        GROUP BY configuration.state
     )
     SELECT by_state.state,
            deliveries::float8 AS count,
            greatest(0, extract(epoch FROM now() - delivery.created_at))::float8 AS "oldestSeconds"
       FROM by_state
       JOIN delivery ON delivery.id = by_state.oldest_id`,
    [tenantId ?? null],
  );
}

async function countCardActions(read: ReadRows): Promise<DatabaseFigures['cardActions']> {
  const [row] = await read<DatabaseFigures['cardActions']>(
    `SELECT count(*)::float8 AS count,
            coalesce(greatest(0, extract(epoch FROM now() - min(pressed_at))), 0)::float8 AS "oldestSeconds"
       FROM card_action
      WHERE state = 'waiting'`,
    [],
  );
  return row ?? { count: 0, oldestSeconds: 0 };
}
