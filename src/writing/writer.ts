import type { Budget } from '../chatting/budget.js';
import type { ChatModel } from '../chatting/chat-model.js';

/** A chat model, and how much it may use. */
export interface Speaker {
  readonly model: ChatModel;
  /** Tokens that one reply may have, at least 1. */
  readonly maxTokens: number;
  readonly budget: Budget;
  /** Told what went wrong with the model or with checking its words; whoever asked is answered without it. */
  readonly onFault: (error: unknown) => void;
}

/** Who writes. */
export interface Writer extends Speaker {
  /** Who gives a second opinion of what the check has passed; nobody when absent. */
  readonly judge?: Speaker | undefined;
  /** Waits until what was used is booked. */
  close(): Promise<void>;
}

/** Whom something is written for, and how long they wait. */
export interface WrittenFor {
  readonly guild: string | null;
  /** `null` for the operator. */
  readonly member: string | null;
  /** Aborted when nobody waits any more: the writing rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Aborted when the model has had its time. */
  readonly hurry?: AbortSignal | undefined;
}
