// Trades on a simulated venue with @nktkas/hyperliquid as published. One JSON line a step:
//   {"step":"rest","oid":7}      what was done and what came back
//   {"failed":"...","stack":...} and exit code 1
// Usage: node client.mjs HTTP_URL WS_URL PRIVATE_KEY AGENT_PRIVATE_KEY
import {
  ExchangeClient,
  HttpTransport,
  InfoClient,
  SubscriptionClient,
  WebSocketTransport,
} from "@nktkas/hyperliquid";
import { walletOf } from "./wallet.mjs";

const [httpUrl, wsUrl, key, agentKey] = process.argv.slice(2);
const COIN = "ETH";
const WAIT_MS = 20_000;

const wallet = walletOf(key);
const user = wallet.address;
const http = new HttpTransport({ apiUrl: httpUrl });
const ws = new WebSocketTransport({ url: wsUrl });
const info = new InfoClient({ transport: http });
const exchange = new ExchangeClient({ transport: http, wallet });
const subscriptions = new SubscriptionClient({ transport: ws });

const heard = new Map();

function step(name, details = {}) {
  console.log(JSON.stringify({ step: name, ...details }));
}

function check(condition, what) {
  if (!condition) {
    throw new Error(what);
  }
}

function listen(channel) {
  heard.set(channel, []);
  return (data) => heard.get(channel).push(data);
}

async function until(what, read) {
  const end = Date.now() + WAIT_MS;
  while (Date.now() < end) {
    const found = read();
    if (found) {
      return found;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`nothing within ${WAIT_MS} ms: ${what}`);
}

// The library takes a client id that fits a safe integer for an order id, so these do not.
function cloid(number) {
  return `0xf0e1d2c3b4a59687${number.toString(16).padStart(16, "0")}`;
}

async function refusal(action) {
  try {
    await action();
  } catch (error) {
    return error.message;
  }
  throw new Error("was not refused");
}

function limit(asset, buy, price, size, tif, id) {
  return { a: asset, b: buy, p: price, s: size, r: false, t: { limit: { tif } }, ...(id ? { c: id } : {}) };
}

async function place(order) {
  const reply = await exchange.order({ orders: [order], grouping: "na" });
  return reply.response.data.statuses[0];
}

async function main() {
  // --- queries -------------------------------------------------------------------------------------------------------
  const { universe } = await info.meta();
  const asset = universe.findIndex((market) => market.name === COIN);
  check(asset >= 0, `${COIN} is listed`);
  step("meta", { asset, markets: universe.length });
  const mid = Number((await info.allMids())[COIN]);
  const book = await info.l2Book({ coin: COIN });
  check(book.levels[0].length > 0 && book.levels[1].length > 0, "both sides of the book");
  step("market", { mid, bid: book.levels[0][0].px, ask: book.levels[1][0].px });
  const candles = await info.candleSnapshot({ coin: COIN, interval: "1m", startTime: 0 });
  check(candles.length > 0 && candles.every((bar) => bar.s === COIN && bar.i === "1m"), "candles");
  step("candles", { bars: candles.length });
  const [, contexts] = await info.metaAndAssetCtxs();
  const role = await info.userRole({ user });
  const fees = await info.userFees({ user });
  const status = await info.exchangeStatus();
  check(role.role === "user", "the account exists");
  step("account", { role: role.role, taker: fees.userCrossRate, markPx: contexts[asset].markPx, time: status.time });

  // --- subscriptions -------------------------------------------------------------------------------------------------
  await subscriptions.l2Book({ coin: COIN }, listen("l2Book"));
  await subscriptions.bbo({ coin: COIN }, listen("bbo"));
  await subscriptions.trades({ coin: COIN }, listen("trades"));
  await subscriptions.candle({ coin: COIN, interval: "1m" }, listen("candle"));
  await subscriptions.allMids(listen("allMids"));
  await subscriptions.activeAssetCtx({ coin: COIN }, listen("activeAssetCtx"));
  await subscriptions.activeAssetData({ coin: COIN, user }, listen("activeAssetData"));
  await subscriptions.orderUpdates({ user }, listen("orderUpdates"));
  await subscriptions.userEvents({ user }, listen("userEvents"));
  const userFills = await subscriptions.userFills({ user }, listen("userFills"));
  await subscriptions.clearinghouseState({ user }, listen("clearinghouseState"));
  await subscriptions.openOrders({ user }, listen("openOrders"));
  await subscriptions.webData3({ user }, listen("webData3"));
  await until("a snapshot of fills", () => heard.get("userFills").find((data) => data.isSnapshot));
  step("subscribed", { channels: heard.size });

  // --- place, modify, cancel -----------------------------------------------------------------------------------------
  await exchange.updateLeverage({ asset, isCross: false, leverage: 5 });
  const data = await info.activeAssetData({ coin: COIN, user });
  check(data.leverage.type === "isolated" && data.leverage.value === 5, "the leverage is set");
  step("leverage", data.leverage);

  const below = (fraction) => String(Math.floor(mid * fraction));
  const rested = await place(limit(asset, true, below(0.9), "0.02", "Gtc", cloid(1)));
  check(rested.resting.cloid === cloid(1), "it rests under the client's id");
  step("rest", { oid: rested.resting.oid });
  const open = await info.openOrders({ user });
  check(open.length === 1 && open[0].oid === rested.resting.oid, "it is listed");
  const byOid = await info.orderStatus({ user, oid: rested.resting.oid });
  const byCloid = await info.orderStatus({ user, oid: cloid(1) });
  check(byOid.order.status === "open" && byCloid.order.order.oid === rested.resting.oid, "both ids find it");
  step("orderStatus", { status: byOid.order.status });

  await exchange.modify({ oid: rested.resting.oid, order: limit(asset, true, below(0.91), "0.02", "Gtc", cloid(1)) });
  const modified = await info.orderStatus({ user, oid: cloid(1) });
  check(modified.order.order.oid > rested.resting.oid, "a modify gives a new id");
  step("modify", { oid: modified.order.order.oid });
  const batch = await exchange.batchModify({
    modifies: [{ oid: cloid(1), order: limit(asset, true, below(0.92), "0.03", "Alo", cloid(1)) }],
  });
  const replaced = batch.response.data.statuses[0].resting.oid;
  step("batchModify", { oid: replaced });
  await exchange.cancel({ cancels: [{ a: asset, o: replaced }] });
  step("cancel", { oid: replaced });
  await place(limit(asset, true, below(0.9), "0.02", "Alo", cloid(2)));
  await exchange.cancelByCloid({ cancels: [{ asset, cloid: cloid(2) }] });
  check((await info.openOrders({ user })).length === 0, "nothing is left");
  step("cancelByCloid", { cloid: cloid(2) });

  // --- fill, protect, close ------------------------------------------------------------------------------------------
  const filled = await place(limit(asset, true, String(Math.ceil(mid * 1.05)), "0.02", "Ioc", cloid(3)));
  check(filled.filled.totalSz === "0.02", "it fills");
  step("fill", filled.filled);
  const state = await info.clearinghouseState({ user });
  check(Number(state.assetPositions[0].position.szi) === 0.02, "the position is there");
  step("position", { szi: state.assetPositions[0].position.szi, value: state.marginSummary.accountValue });

  const stop = {
    a: asset,
    b: false,
    p: below(0.8),
    s: "0.02",
    r: true,
    t: { trigger: { isMarket: true, triggerPx: below(0.85), tpsl: "sl" } },
    c: cloid(4),
  };
  const armed = await place(stop);
  const shown = await info.frontendOpenOrders({ user });
  check(shown.length === 1 && shown[0].isTrigger && shown[0].orderType === "Stop Market", "the stop is listed as one");
  step("trigger", { oid: armed.resting.oid, condition: shown[0].triggerCondition });
  await exchange.cancel({ cancels: [{ a: asset, o: armed.resting.oid }] });

  const parent = limit(asset, true, below(0.9), "0.02", "Gtc", cloid(5));
  const group = await exchange.order({ orders: [parent, { ...stop, c: cloid(6) }], grouping: "normalTpsl" });
  check(group.response.data.statuses[1] === "waitingForFill", "the child waits for its parent");
  await exchange.cancelByCloid({ cancels: [{ asset, cloid: cloid(5) }] });
  step("normalTpsl", { child: group.response.data.statuses[1] });

  const close = { ...limit(asset, false, below(0.95), "0.02", "Ioc", cloid(7)), r: true };
  await place(close);
  const flat = await info.clearinghouseState({ user });
  check(flat.assetPositions.length === 0, "the position is closed");
  const fills = await info.userFills({ user });
  const byTime = await info.userFillsByTime({ user, startTime: fills.at(-1).time });
  check(fills.length >= 2 && byTime.length === fills.length, "both fills are listed");
  step("close", { fills: fills.length, closedPnl: fills[0].closedPnl });

  // --- the same over the websocket, and as an agent ------------------------------------------------------------------
  const overSocket = new ExchangeClient({ transport: ws, wallet });
  const posted = await overSocket.order({
    orders: [limit(asset, true, below(0.9), "0.02", "Gtc", cloid(8))],
    grouping: "na",
  });
  await overSocket.cancel({ cancels: [{ a: asset, o: posted.response.data.statuses[0].resting.oid }] });
  const mids = await new InfoClient({ transport: ws }).allMids();
  check(Number(mids[COIN]) > 0, "queries over the websocket");
  step("post", { oid: posted.response.data.statuses[0].resting.oid });

  const agent = walletOf(agentKey);
  await exchange.approveAgent({ agentAddress: agent.address, agentName: "foreign" });
  const agents = await info.extraAgents({ user });
  check(agents.some((each) => each.address.toLowerCase() === agent.address), "the agent is listed");
  const asAgent = new ExchangeClient({ transport: http, wallet: agent });
  const byAgent = await asAgent.order({
    orders: [limit(asset, true, below(0.9), "0.02", "Gtc", cloid(9))],
    grouping: "na",
  });
  check((await info.openOrders({ user })).length === 1, "an agent's order is the account's");
  await asAgent.cancel({ cancels: [{ a: asset, o: byAgent.response.data.statuses[0].resting.oid }] });
  step("agent", { address: agent.address });

  // --- refusals ------------------------------------------------------------------------------------------------------
  const small = await refusal(() => place(limit(asset, true, below(0.9), "0.001", "Gtc")));
  check(small.includes("Order must have minimum value of $10."), small);
  const gone = await refusal(() => exchange.cancel({ cancels: [{ a: asset, o: replaced }] }));
  check(gone.includes("Order was never placed, already canceled, or filled."), gone);
  const stranger = new ExchangeClient({ transport: http, wallet: walletOf("77".repeat(32)) });
  const unknown = await refusal(() => stranger.cancel({ cancels: [{ a: asset, o: 1 }] }));
  check(/^User or API Wallet 0x[0-9a-f]{40} does not exist\.$/.test(unknown), unknown);
  step("refusals", { small, gone, unknown });

  // --- what the subscriptions told ---------------------------------------------------------------------------------
  const updates = () => heard.get("orderUpdates").flat();
  await until("the open order", () => updates().find((u) => u.status === "open" && u.order.oid === rested.resting.oid));
  await until("its cancel", () => updates().find((u) => u.status === "canceled" && u.order.oid === replaced));
  await until("the fill's order", () => updates().find((u) => u.status === "filled" && u.order.cloid === cloid(3)));
  step("orderUpdates", { updates: updates().length });
  await until("fills", () =>
    heard.get("userFills").filter((d) => !d.isSnapshot).flatMap((d) => d.fills).length >= 2,
  );
  await until("user events", () => heard.get("userEvents").find((event) => "fills" in event));
  step("userFills", { messages: heard.get("userFills").length });
  for (const channel of [
    "l2Book", "bbo", "trades", "candle", "allMids", "activeAssetCtx", "activeAssetData",
    "clearinghouseState", "openOrders", "webData3",
  ]) {
    await until(`two messages on ${channel}`, () => heard.get(channel).length >= 2);
  }
  const times = heard.get("l2Book").map((each) => each.time);
  check(times.every((time, i) => i === 0 || time >= times[i - 1]), "the book's time never goes back");
  step("pushes", Object.fromEntries([...heard].map(([channel, messages]) => [channel, messages.length])));

  await userFills.unsubscribe();
  await ws.close();
  step("done");
}

main().then(
  () => process.exit(0),
  (error) => {
    console.log(JSON.stringify({ failed: error.message, cause: String(error.cause ?? ""), stack: error.stack }));
    process.exit(1);
  },
);
