import type { ChildProcess } from 'node:child_process';

/** Functions that a child process offers to its parent, by name; each takes at most one argument. */
type Offered<Calls> = { [Name in keyof Calls]: (argument: never) => unknown };
type Argument<Call> = Call extends (...given: infer Given) => unknown ? Given : never;
type Result<Call> = Call extends (...given: never) => infer Answer ? Awaited<Answer> : never;

interface Request {
  id: number;
  name: string;
  argument: unknown;
}

interface Reply {
  id: number;
  result?: unknown;
  error?: string;
}

/** The parent's side of the functions of a child. */
export interface Caller<Calls> {
  /** Rejects when the function throws, and when the child ends before it has answered. */
  call<Name extends keyof Calls & string>(
    name: Name,
    ...argument: Argument<Calls[Name]>
  ): Promise<Result<Calls[Name]>>;
}

/** In the child: answers the parent's calls, and ends the process when the parent is gone. */
export function answerCalls<Calls extends Offered<Calls>>(calls: Calls): void {
  const byName = new Map(Object.entries<(argument: never) => unknown>(calls));
  process.on('message', async ({ id, name, argument }: Request) => {
    try {
      const call = byName.get(name);
      if (!call) throw new Error(`there is no call ${name}`);
      process.send?.({ id, result: await call(argument as never) } satisfies Reply);
    } catch (error) {
      process.send?.({ id, error: error instanceof Error ? error.message : String(error) } satisfies Reply);
    }
  });
  process.on('disconnect', () => process.exit());
}

/** In the parent: calls the functions of a child that was forked with `serialization: 'advanced'`. */
export function callsTo<Calls>(child: ChildProcess, title: string): Caller<Calls> {
  const open = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  let count = 0;
  child.on('message', ({ id, result, error }: Reply) => {
    const caller = open.get(id);
    open.delete(id);
    if (error === undefined) caller?.resolve(result);
    else caller?.reject(new Error(`${title}: ${error}`));
  });
  child.once('exit', () => {
    for (const caller of open.values()) caller.reject(new Error(`${title} has ended`));
    open.clear();
  });
  return {
    call(name, ...given: unknown[]) {
      const [argument] = given;
      count += 1;
      const id = count;
      return new Promise((resolve, reject) => {
        // What the child answers has the type that it declared: both sides are this repository.
        open.set(id, { resolve: resolve as (result: unknown) => void, reject });
        child.send({ id, name, argument } satisfies Request, (error) => {
          if (error && open.delete(id)) reject(error);
        });
      });
    },
  };
}
