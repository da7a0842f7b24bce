import type { z } from 'zod';
import type { Input, Method, Output, Reply } from '#contract';
import type { Context } from './context.ts';

/** One method of the API: what it may be given, and what it does. Gathers, calls the core, stores; holds no rule. */
export type Handler<M extends Method> = {
  readonly input: z.ZodType<Input<M>>;
  readonly run: (input: Input<M>, context: Context) => Reply<Output<M>> | Promise<Reply<Output<M>>>;
};

export type Handlers = { readonly [M in Method]: Handler<M> };

/** The handlers of one feature; a missing or misnamed method does not compile in index.ts. */
export type Feature<M extends Method> = { readonly [Name in M]: Handler<Name> };
