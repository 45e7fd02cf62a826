/** The world failed (network, 5xx, still in process): the queue tries again. */
export class TransientFailure extends Error {
  override name = "TransientFailure";
}

/** A person must act. `code` names the next step in i18n (`attention.<code>`); `params` carry no personal data. */
export class PermanentFailure extends Error {
  override name = "PermanentFailure";
  constructor(
    readonly code: string,
    readonly params: Record<string, string | number> = {},
    message?: string,
  ) {
    super(message ?? `${code} ${JSON.stringify(params)}`);
  }
}
