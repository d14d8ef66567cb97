-- Projections of the engine's outputs. The same script runs on SQLite and on PostgreSQL.
--
-- Every history table is keyed by (sequence, idx): the event that caused the output, and the output's place among
-- that event's outputs. Amounts are whole numbers: ..._e8 counts 10^-8 units, ..._e12 counts 10^-12.
-- Flags are 0 or 1. Times are milliseconds since the UTC epoch.

CREATE TABLE checkpoint (
    id       SMALLINT NOT NULL PRIMARY KEY CHECK (id = 1),
    sequence BIGINT   NOT NULL
);
INSERT INTO checkpoint (id, sequence) VALUES (1, -1);

CREATE TABLE epochs (
    sequence        BIGINT  NOT NULL,
    idx             INTEGER NOT NULL,
    venue_time_ms   BIGINT  NOT NULL,
    machine_time_ms BIGINT  NOT NULL,
    correlation_id  TEXT    NOT NULL,
    run_id          INTEGER NOT NULL,
    epoch           INTEGER NOT NULL,
    build           TEXT    NOT NULL,
    config_hash     TEXT    NOT NULL,
    PRIMARY KEY (sequence, idx)
);

CREATE TABLE order_events (
    sequence         BIGINT   NOT NULL,
    idx              INTEGER  NOT NULL,
    venue_time_ms    BIGINT   NOT NULL,
    machine_time_ms  BIGINT   NOT NULL,
    correlation_id   TEXT     NOT NULL,
    account          TEXT     NOT NULL,
    client_id        TEXT     NOT NULL,
    strategy         TEXT     NOT NULL,
    market           TEXT     NOT NULL,
    leg_role         TEXT     NOT NULL,
    purpose          TEXT     NOT NULL,
    side             TEXT     NOT NULL,
    size_e8          BIGINT   NOT NULL,
    limit_e8         BIGINT   NOT NULL,
    time_in_force    TEXT     NOT NULL,
    reduce_only      SMALLINT NOT NULL,
    trigger_kind     TEXT,
    trigger_price_e8 BIGINT,
    trigger_market   SMALLINT,
    state            TEXT     NOT NULL,
    venue_order_id   BIGINT,
    filled_e8        BIGINT   NOT NULL,
    average_price_e8 BIGINT,
    detail           TEXT     NOT NULL,
    PRIMARY KEY (sequence, idx)
);
CREATE INDEX order_events_by_order ON order_events (client_id, sequence, idx);

-- The latest row of order_events for each order.
CREATE TABLE orders (
    sequence         BIGINT   NOT NULL,
    idx              INTEGER  NOT NULL,
    venue_time_ms    BIGINT   NOT NULL,
    machine_time_ms  BIGINT   NOT NULL,
    correlation_id   TEXT     NOT NULL,
    account          TEXT     NOT NULL,
    client_id        TEXT     NOT NULL,
    strategy         TEXT     NOT NULL,
    market           TEXT     NOT NULL,
    leg_role         TEXT     NOT NULL,
    purpose          TEXT     NOT NULL,
    side             TEXT     NOT NULL,
    size_e8          BIGINT   NOT NULL,
    limit_e8         BIGINT   NOT NULL,
    time_in_force    TEXT     NOT NULL,
    reduce_only      SMALLINT NOT NULL,
    trigger_kind     TEXT,
    trigger_price_e8 BIGINT,
    trigger_market   SMALLINT,
    state            TEXT     NOT NULL,
    venue_order_id   BIGINT,
    filled_e8        BIGINT   NOT NULL,
    average_price_e8 BIGINT,
    detail           TEXT     NOT NULL,
    PRIMARY KEY (client_id)
);
CREATE INDEX orders_by_state ON orders (state);
CREATE INDEX orders_by_sequence ON orders (sequence, idx);

CREATE TABLE fills (
    sequence          BIGINT   NOT NULL,
    idx               INTEGER  NOT NULL,
    venue_time_ms     BIGINT   NOT NULL,
    machine_time_ms   BIGINT   NOT NULL,
    correlation_id    TEXT     NOT NULL,
    account           TEXT     NOT NULL,
    strategy          TEXT,
    leg_role          TEXT,
    market            TEXT     NOT NULL,
    trade_id          BIGINT   NOT NULL,
    venue_order_id    BIGINT   NOT NULL,
    client_id         TEXT,
    side              TEXT     NOT NULL,
    price_e8          BIGINT   NOT NULL,
    size_e8           BIGINT   NOT NULL,
    fee_e8            BIGINT   NOT NULL,
    closed_pnl_e8     BIGINT   NOT NULL,
    start_position_e8 BIGINT   NOT NULL,
    taker             SMALLINT NOT NULL,
    liquidation       SMALLINT NOT NULL,
    filled_at_ms      BIGINT   NOT NULL,
    booked_e8         BIGINT   NOT NULL,
    PRIMARY KEY (sequence, idx)
);
CREATE INDEX fills_by_order ON fills (client_id);

CREATE TABLE funding_payments (
    sequence        BIGINT  NOT NULL,
    idx             INTEGER NOT NULL,
    venue_time_ms   BIGINT  NOT NULL,
    machine_time_ms BIGINT  NOT NULL,
    correlation_id  TEXT    NOT NULL,
    account         TEXT    NOT NULL,
    strategy        TEXT,
    leg_role        TEXT,
    market          TEXT    NOT NULL,
    amount_e8       BIGINT  NOT NULL,
    rate_e12        BIGINT  NOT NULL,
    paid_at_ms      BIGINT  NOT NULL,
    PRIMARY KEY (sequence, idx)
);

CREATE TABLE leg_events (
    sequence        BIGINT  NOT NULL,
    idx             INTEGER NOT NULL,
    venue_time_ms   BIGINT  NOT NULL,
    machine_time_ms BIGINT  NOT NULL,
    correlation_id  TEXT    NOT NULL,
    account         TEXT    NOT NULL,
    strategy        TEXT    NOT NULL,
    market          TEXT    NOT NULL,
    leg_role        TEXT    NOT NULL,
    state           TEXT    NOT NULL,
    size_e8         BIGINT  NOT NULL,
    entry_price_e8  BIGINT,
    stop_price_e8   BIGINT,
    target_price_e8 BIGINT,
    detail          TEXT    NOT NULL,
    PRIMARY KEY (sequence, idx)
);
CREATE INDEX leg_events_by_leg ON leg_events (account, strategy, market, leg_role, sequence, idx);

-- The latest row of leg_events for each leg: the open positions.
CREATE TABLE legs (
    sequence        BIGINT  NOT NULL,
    idx             INTEGER NOT NULL,
    venue_time_ms   BIGINT  NOT NULL,
    machine_time_ms BIGINT  NOT NULL,
    correlation_id  TEXT    NOT NULL,
    account         TEXT    NOT NULL,
    strategy        TEXT    NOT NULL,
    market          TEXT    NOT NULL,
    leg_role        TEXT    NOT NULL,
    state           TEXT    NOT NULL,
    size_e8         BIGINT  NOT NULL,
    entry_price_e8  BIGINT,
    stop_price_e8   BIGINT,
    target_price_e8 BIGINT,
    detail          TEXT    NOT NULL,
    PRIMARY KEY (account, strategy, market, leg_role)
);

CREATE TABLE trades (
    sequence        BIGINT  NOT NULL,
    idx             INTEGER NOT NULL,
    venue_time_ms   BIGINT  NOT NULL,
    machine_time_ms BIGINT  NOT NULL,
    correlation_id  TEXT    NOT NULL,
    account         TEXT    NOT NULL,
    strategy        TEXT    NOT NULL,
    market          TEXT    NOT NULL,
    leg_role        TEXT    NOT NULL,
    side            TEXT    NOT NULL,
    size_e8         BIGINT  NOT NULL,
    entry_price_e8  BIGINT  NOT NULL,
    exit_price_e8   BIGINT  NOT NULL,
    opened_at_ms    BIGINT  NOT NULL,
    closed_at_ms    BIGINT  NOT NULL,
    gross_pnl_e8    BIGINT  NOT NULL,
    fees_e8         BIGINT  NOT NULL,
    funding_e8      BIGINT  NOT NULL,
    net_pnl_e8      BIGINT  NOT NULL,
    exit_reason     TEXT    NOT NULL,
    PRIMARY KEY (sequence, idx)
);

CREATE TABLE equity (
    sequence         BIGINT  NOT NULL,
    idx              INTEGER NOT NULL,
    venue_time_ms    BIGINT  NOT NULL,
    machine_time_ms  BIGINT  NOT NULL,
    correlation_id   TEXT    NOT NULL,
    account          TEXT    NOT NULL,
    account_value_e8 BIGINT  NOT NULL,
    withdrawable_e8  BIGINT  NOT NULL,
    unrealized_e8    BIGINT  NOT NULL,
    PRIMARY KEY (sequence, idx)
);
CREATE INDEX equity_by_account ON equity (account, sequence, idx);
CREATE INDEX equity_by_time ON equity (account, venue_time_ms, sequence, idx);

-- The latest row of equity for each account.
CREATE TABLE latest_equity (
    sequence         BIGINT  NOT NULL,
    idx              INTEGER NOT NULL,
    venue_time_ms    BIGINT  NOT NULL,
    machine_time_ms  BIGINT  NOT NULL,
    correlation_id   TEXT    NOT NULL,
    account          TEXT    NOT NULL,
    account_value_e8 BIGINT  NOT NULL,
    withdrawable_e8  BIGINT  NOT NULL,
    unrealized_e8    BIGINT  NOT NULL,
    PRIMARY KEY (account)
);

CREATE TABLE leverages (
    sequence        BIGINT  NOT NULL,
    idx             INTEGER NOT NULL,
    venue_time_ms   BIGINT  NOT NULL,
    machine_time_ms BIGINT  NOT NULL,
    correlation_id  TEXT    NOT NULL,
    account         TEXT    NOT NULL,
    market          TEXT    NOT NULL,
    leverage        INTEGER NOT NULL,
    margin_mode     TEXT    NOT NULL,
    PRIMARY KEY (sequence, idx)
);

-- One row for each closed bar that a strategy judged, whether it acted or not.
CREATE TABLE bar_judgements (
    sequence         BIGINT           NOT NULL,
    idx              INTEGER          NOT NULL,
    venue_time_ms    BIGINT           NOT NULL,
    machine_time_ms  BIGINT           NOT NULL,
    correlation_id   TEXT             NOT NULL,
    strategy         TEXT             NOT NULL,
    market           TEXT             NOT NULL,
    bar_interval     TEXT             NOT NULL,
    open_time_ms     BIGINT           NOT NULL,
    open_e8          BIGINT           NOT NULL,
    high_e8          BIGINT           NOT NULL,
    low_e8           BIGINT           NOT NULL,
    close_e8         BIGINT           NOT NULL,
    volume_e8        BIGINT           NOT NULL,
    trade_count      BIGINT           NOT NULL,
    verdict          TEXT             NOT NULL,
    reason           TEXT,
    side             TEXT,
    confidence       DOUBLE PRECISION,
    conditions       TEXT             NOT NULL,
    indicator_values TEXT             NOT NULL,
    PRIMARY KEY (sequence, idx)
);
CREATE INDEX bar_judgements_by_strategy ON bar_judgements (strategy, market, sequence, idx);
CREATE INDEX bar_judgements_by_outcome ON bar_judgements (strategy, market, verdict, reason);

-- The latest row of bar_judgements for each strategy and market.
CREATE TABLE latest_judgements (
    sequence         BIGINT           NOT NULL,
    idx              INTEGER          NOT NULL,
    venue_time_ms    BIGINT           NOT NULL,
    machine_time_ms  BIGINT           NOT NULL,
    correlation_id   TEXT             NOT NULL,
    strategy         TEXT             NOT NULL,
    market           TEXT             NOT NULL,
    bar_interval     TEXT             NOT NULL,
    open_time_ms     BIGINT           NOT NULL,
    open_e8          BIGINT           NOT NULL,
    high_e8          BIGINT           NOT NULL,
    low_e8           BIGINT           NOT NULL,
    close_e8         BIGINT           NOT NULL,
    volume_e8        BIGINT           NOT NULL,
    trade_count      BIGINT           NOT NULL,
    verdict          TEXT             NOT NULL,
    reason           TEXT,
    side             TEXT,
    confidence       DOUBLE PRECISION,
    conditions       TEXT             NOT NULL,
    indicator_values TEXT             NOT NULL,
    PRIMARY KEY (strategy, market)
);

CREATE VIEW signals AS SELECT * FROM bar_judgements WHERE verdict IN ('ENTER', 'EXIT', 'REVERSE');
CREATE VIEW non_signals AS SELECT * FROM bar_judgements WHERE verdict NOT IN ('ENTER', 'EXIT', 'REVERSE');

CREATE TABLE entry_judgements (
    sequence        BIGINT  NOT NULL,
    idx             INTEGER NOT NULL,
    venue_time_ms   BIGINT  NOT NULL,
    machine_time_ms BIGINT  NOT NULL,
    correlation_id  TEXT    NOT NULL,
    account         TEXT    NOT NULL,
    strategy        TEXT    NOT NULL,
    market          TEXT    NOT NULL,
    leg_role        TEXT    NOT NULL,
    side            TEXT    NOT NULL,
    denial          TEXT,
    size_e8         BIGINT  NOT NULL,
    notional_e8     BIGINT  NOT NULL,
    wished_e8       BIGINT,
    caps            TEXT    NOT NULL,
    risk_left_e8    BIGINT,
    checks          TEXT    NOT NULL,
    PRIMARY KEY (sequence, idx)
);

CREATE TABLE breaker_changes (
    sequence        BIGINT  NOT NULL,
    idx             INTEGER NOT NULL,
    venue_time_ms   BIGINT  NOT NULL,
    machine_time_ms BIGINT  NOT NULL,
    correlation_id  TEXT    NOT NULL,
    kind            TEXT    NOT NULL,
    scope           TEXT    NOT NULL,
    breaker         TEXT    NOT NULL,
    stage_before    TEXT    NOT NULL,
    stage           TEXT    NOT NULL,
    seen_value      TEXT    NOT NULL,
    threshold       TEXT    NOT NULL,
    action          TEXT,
    who             TEXT    NOT NULL,
    reason          TEXT    NOT NULL,
    PRIMARY KEY (sequence, idx)
);

CREATE TABLE kill_switch_changes (
    sequence        BIGINT  NOT NULL,
    idx             INTEGER NOT NULL,
    venue_time_ms   BIGINT  NOT NULL,
    machine_time_ms BIGINT  NOT NULL,
    correlation_id  TEXT    NOT NULL,
    scope           TEXT    NOT NULL,
    pulled          INTEGER NOT NULL,
    reason          TEXT    NOT NULL,
    who             TEXT    NOT NULL,
    PRIMARY KEY (sequence, idx)
);

CREATE TABLE entry_denials (
    sequence        BIGINT  NOT NULL,
    idx             INTEGER NOT NULL,
    venue_time_ms   BIGINT  NOT NULL,
    machine_time_ms BIGINT  NOT NULL,
    correlation_id  TEXT    NOT NULL,
    account         TEXT    NOT NULL,
    strategy        TEXT    NOT NULL,
    market          TEXT    NOT NULL,
    leg_role        TEXT    NOT NULL,
    side            TEXT    NOT NULL,
    reason          TEXT    NOT NULL,
    seen_value      TEXT    NOT NULL,
    limit_value     TEXT    NOT NULL,
    PRIMARY KEY (sequence, idx)
);

CREATE TABLE market_marks (
    sequence        BIGINT  NOT NULL,
    idx             INTEGER NOT NULL,
    venue_time_ms   BIGINT  NOT NULL,
    machine_time_ms BIGINT  NOT NULL,
    correlation_id  TEXT    NOT NULL,
    market          TEXT    NOT NULL,
    mark_e8         BIGINT  NOT NULL,
    bid_e8          BIGINT,
    ask_e8          BIGINT,
    PRIMARY KEY (sequence, idx)
);
CREATE INDEX market_marks_by_market ON market_marks (market, sequence, idx);

CREATE TABLE bar_revisions (
    sequence           BIGINT  NOT NULL,
    idx                INTEGER NOT NULL,
    venue_time_ms      BIGINT  NOT NULL,
    machine_time_ms    BIGINT  NOT NULL,
    correlation_id     TEXT    NOT NULL,
    market             TEXT    NOT NULL,
    bar_interval       TEXT    NOT NULL,
    before_open_time_ms BIGINT NOT NULL,
    before_open_e8     BIGINT  NOT NULL,
    before_high_e8     BIGINT  NOT NULL,
    before_low_e8      BIGINT  NOT NULL,
    before_close_e8    BIGINT  NOT NULL,
    before_volume_e8   BIGINT  NOT NULL,
    before_trade_count BIGINT  NOT NULL,
    after_open_time_ms BIGINT  NOT NULL,
    after_open_e8      BIGINT  NOT NULL,
    after_high_e8      BIGINT  NOT NULL,
    after_low_e8       BIGINT  NOT NULL,
    after_close_e8     BIGINT  NOT NULL,
    after_volume_e8    BIGINT  NOT NULL,
    after_trade_count  BIGINT  NOT NULL,
    PRIMARY KEY (sequence, idx)
);

CREATE TABLE incidents (
    sequence        BIGINT  NOT NULL,
    idx             INTEGER NOT NULL,
    venue_time_ms   BIGINT  NOT NULL,
    machine_time_ms BIGINT  NOT NULL,
    correlation_id  TEXT    NOT NULL,
    severity        TEXT    NOT NULL,
    code            TEXT    NOT NULL,
    account         TEXT,
    market          TEXT,
    message         TEXT    NOT NULL,
    PRIMARY KEY (sequence, idx)
);

CREATE TABLE trading_states (
    sequence        BIGINT  NOT NULL,
    idx             INTEGER NOT NULL,
    venue_time_ms   BIGINT  NOT NULL,
    machine_time_ms BIGINT  NOT NULL,
    correlation_id  TEXT    NOT NULL,
    state           TEXT    NOT NULL,
    reason          TEXT    NOT NULL,
    who             TEXT    NOT NULL,
    PRIMARY KEY (sequence, idx)
);

CREATE TABLE operator_requests (
    sequence        BIGINT   NOT NULL,
    idx             INTEGER  NOT NULL,
    venue_time_ms   BIGINT   NOT NULL,
    machine_time_ms BIGINT   NOT NULL,
    correlation_id  TEXT     NOT NULL,
    request_id      BIGINT   NOT NULL,
    accepted        SMALLINT NOT NULL,
    message         TEXT     NOT NULL,
    PRIMARY KEY (sequence, idx)
);

CREATE TABLE reconciliations (
    sequence        BIGINT  NOT NULL,
    idx             INTEGER NOT NULL,
    venue_time_ms   BIGINT  NOT NULL,
    machine_time_ms BIGINT  NOT NULL,
    correlation_id  TEXT    NOT NULL,
    account         TEXT    NOT NULL,
    differences     INTEGER NOT NULL,
    detail          TEXT    NOT NULL,
    PRIMARY KEY (sequence, idx)
);

CREATE TABLE connection_changes (
    sequence        BIGINT   NOT NULL,
    idx             INTEGER  NOT NULL,
    venue_time_ms   BIGINT   NOT NULL,
    machine_time_ms BIGINT   NOT NULL,
    correlation_id  TEXT     NOT NULL,
    connection      TEXT     NOT NULL,
    is_up           SMALLINT NOT NULL,
    detail          TEXT     NOT NULL,
    PRIMARY KEY (sequence, idx)
);
