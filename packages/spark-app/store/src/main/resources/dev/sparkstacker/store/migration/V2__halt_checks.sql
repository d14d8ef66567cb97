-- What the venue said of halts and flattenings, account by account.

CREATE TABLE halt_checks (
    sequence        BIGINT  NOT NULL,
    idx             INTEGER NOT NULL,
    venue_time_ms   BIGINT  NOT NULL,
    machine_time_ms BIGINT  NOT NULL,
    correlation_id  TEXT    NOT NULL,
    account         TEXT    NOT NULL,
    scope           TEXT    NOT NULL,
    action          TEXT    NOT NULL,
    stage           TEXT    NOT NULL,
    found           TEXT    NOT NULL,
    PRIMARY KEY (sequence, idx)
);
