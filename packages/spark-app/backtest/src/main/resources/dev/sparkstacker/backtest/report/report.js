'use strict';
// Draws the charts and lists the trades of the page's data. Texts only ever become text nodes.
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const byId = (id) => document.getElementById(id);
  const NUMBER = 0, LEG = 1, SIDE = 2, OPENED = 3, CLOSED = 4, ENTRY = 5, EXIT = 6, SIZE = 7, GROSS = 8, FEES = 9,
    FUNDING = 10, NET = 11, SLIPPAGE = 12, ADVERSE = 13, FAVOURABLE = 14, REASON = 15, SIGNAL = 16, FILLS = 17,
    GUARDS = 18;
  const PAGE_ROWS = 100;
  const MOST_STOPS = 300;
  const charts = [];

  const two = (value) => String(value).padStart(2, '0');
  const time = (ms) => {
    const d = new Date(ms);
    return d.getUTCFullYear() + '-' + two(d.getUTCMonth() + 1) + '-' + two(d.getUTCDate()) + ' '
      + two(d.getUTCHours()) + ':' + two(d.getUTCMinutes());
  };
  const duration = (ms) => ms >= 864e5 ? (ms / 864e5).toFixed(1) + ' d' : ms >= 36e5 ? (ms / 36e5).toFixed(1) + ' h'
    : (ms / 6e4).toFixed(1) + ' min';
  const ink = (name) => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  const points = (t, v) => t.map((x, i) => ({ x, y: v[i] })).filter((p) => p.y !== null);
  const palette = ['#3b82c4', '#c97b1a', '#8a5cc2', '#2a9d8f', '#c2456b', '#7a8b22'];

  // Chart.js reads colours once; a chart is made again when the colours of the page change.
  function draw(id, make) {
    const canvas = byId(id);
    if (!canvas) {
      return null;
    }
    const slot = { chart: null, render: null };
    slot.render = () => {
      if (slot.chart) {
        slot.chart.destroy();
      }
      slot.chart = new Chart(canvas, make());
    };
    slot.render();
    charts.push(slot);
    return slot;
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => charts.forEach((slot) => slot.render()));
  addEventListener('beforeprint', () => charts.forEach((slot) => slot.chart.resize()));
  addEventListener('afterprint', () => charts.forEach((slot) => slot.chart.resize()));

  function options(extra) {
    const grid = { color: ink('line') };
    const ticks = { color: ink('soft') };
    return {
      animation: false, parsing: false, normalized: true, maintainAspectRatio: false, responsive: true,
      interaction: { mode: 'nearest', intersect: false, axis: 'x' },
      plugins: {
        legend: { labels: { color: ink('ink'), boxWidth: 14 } },
        tooltip: { callbacks: { title: (items) => items.length && extra.isTime ? time(items[0].parsed.x) + ' UTC' : '' } },
      },
      scales: {
        x: {
          type: 'linear', grid, min: extra.min, max: extra.max,
          title: { display: Boolean(extra.x), text: extra.x || '', color: ink('soft') },
          ticks: { ...ticks, maxTicksLimit: 8, maxRotation: 0, callback: extra.isTime ? (v) => time(v).slice(0, 16) : undefined },
        },
        y: { grid, ticks, title: { display: Boolean(extra.y), text: extra.y || '', color: ink('soft') } },
      },
    };
  }
  const line = (label, colour, points, more) => ({
    type: 'line', label, data: points, borderColor: colour, backgroundColor: colour, borderWidth: 1.5, pointRadius: 0, ...more,
  });

  function drawEquity() {
    const e = data.equity;
    const note = e.every > 1 ? ' (a point is ' + e.every + ' bars)' : '';
    draw('equity-chart', () => ({
      data: { datasets: [
        line('equity' + note, ink('accent'), points(e.t, e.last)),
        line('highest', ink('soft'), points(e.t, e.high), { borderWidth: 0.5, hidden: e.every === 1 }),
        line('lowest', ink('soft'), points(e.t, e.low), { borderWidth: 0.5, hidden: e.every === 1 }),
      ] },
      options: options({ isTime: true, y: 'USD', min: e.t[0], max: e.t[e.t.length - 1] }),
    }));
    draw('drawdown-chart', () => ({
      data: { datasets: [line('drawdown', ink('loss'), points(e.t, e.fall), { fill: 'origin', backgroundColor: ink('loss') + '33' })] },
      options: options({ isTime: true, y: '% of the peak', min: e.t[0], max: e.t[e.t.length - 1] }),
    }));
  }

  // --- price -------------------------------------------------------------------------------------------------------
  const chosen = new Set();
  const overlays = new Set();
  let price = null;
  let others = null;
  const whole = data.bars ? [data.bars.t[0], data.bars.t[data.bars.t.length - 1]] : [0, 1];
  let shown = whole.slice();

  function sortIndicators() {
    const mid = (values) => {
      const known = values.filter((v) => v !== null).sort((a, b) => a - b);
      return known.length ? known[known.length >> 1] : null;
    };
    const level = mid(data.bars.c);
    data.indicators.forEach((indicator, i) => {
      const at = mid(indicator.v);
      if (at !== null && at > level * 0.5 && at < level * 2) {
        overlays.add(i);
      }
    });
    [true, false].forEach((over) => data.indicators.forEach((_, i) => {
      const same = [...chosen].filter((c) => overlays.has(c) === over).length;
      if (overlays.has(i) === over && same < 3) {
        chosen.add(i);
      }
    }));
  }

  function indicatorLines(over) {
    return data.indicators.map((indicator, i) => ({ indicator, i }))
      .filter(({ i }) => chosen.has(i) && overlays.has(i) === over)
      .map(({ indicator, i }) => line(indicator.name, palette[i % palette.length], points(data.bars.t, indicator.v), { borderWidth: 1 }));
  }

  function guards(column) {
    const visible = data.trades.filter((t) => t[CLOSED] >= shown[0] && t[OPENED] <= shown[1]);
    if (visible.length > MOST_STOPS) {
      return [];
    }
    const steps = [];
    visible.forEach((t) => {
      t[GUARDS].forEach((guard, i) => {
        const until = i + 1 < t[GUARDS].length ? t[GUARDS][i + 1][0] : t[CLOSED];
        steps.push({ x: guard[0], y: guard[column] }, { x: until, y: guard[column] });
      });
      steps.push({ x: t[CLOSED], y: null });
    });
    return steps;
  }

  const marks = (label, colour, pointStyle, rotation, found) => ({
    type: 'scatter', label, data: found, backgroundColor: colour, borderColor: colour, pointStyle, rotation, pointRadius: 5, showLine: false,
  });

  function drawPrice() {
    const b = data.bars;
    const entries = (side) => data.trades.filter((t) => t[SIDE] === side).map((t) => ({ x: t[OPENED], y: t[ENTRY], n: t[NUMBER] }));
    price = draw('price-chart', () => ({
      data: { datasets: [
        line('close' + (b.every > 1 ? ' (a point is ' + b.every + ' bars)' : ''), ink('ink'), points(b.t, b.c)),
        line('high', ink('line'), points(b.t, b.h), { borderWidth: 1 }),
        line('low', ink('line'), points(b.t, b.l), { borderWidth: 1, fill: '-1', backgroundColor: ink('line') + '55' }),
        marks('long entries', ink('gain'), 'triangle', 0, entries('BUY')),
        marks('short entries', ink('loss'), 'triangle', 180, entries('SELL')),
        marks('exits', ink('accent'), 'crossRot', 0, data.trades.map((t) => ({ x: t[CLOSED], y: t[EXIT], n: t[NUMBER] }))),
        line('stops', ink('loss'), guards(1), { borderDash: [4, 3], borderWidth: 1, spanGaps: false }),
        line('targets', ink('gain'), guards(2), { borderDash: [4, 3], borderWidth: 1, spanGaps: false }),
        ...indicatorLines(true),
      ] },
      options: withTradeTips(options({ isTime: true, y: 'price', min: shown[0], max: shown[1] })),
    }));
    others = draw('indicator-chart', () => ({
      data: { datasets: indicatorLines(false) },
      options: options({ isTime: true, min: shown[0], max: shown[1] }),
    }));
  }

  function withTradeTips(all) {
    all.plugins.tooltip.callbacks.label = (item) => item.raw.n
      ? item.dataset.label + ', trade ' + item.raw.n + ': ' + item.raw.y
      : item.dataset.label + ': ' + item.formattedValue;
    return all;
  }

  function look(from, to) {
    const width = Math.min(Math.max(to - from, 6e4), whole[1] - whole[0]);
    const start = Math.min(Math.max(from, whole[0]), whole[1] - width);
    shown = [start, start + width];
    byId('price-window').textContent = time(shown[0]) + ' to ' + time(shown[1]) + ' UTC';
    price.render();
    others.render();
  }

  function priceControls() {
    const by = (part) => () => look(shown[0] + part * (shown[1] - shown[0]), shown[1] + part * (shown[1] - shown[0]));
    const scale = (factor) => () => {
      const middle = (shown[0] + shown[1]) / 2;
      const half = (shown[1] - shown[0]) / 2 * factor;
      look(middle - half, middle + half);
    };
    byId('price-all').addEventListener('click', () => look(whole[0], whole[1]));
    byId('price-back').addEventListener('click', by(-0.5));
    byId('price-on').addEventListener('click', by(0.5));
    byId('price-in').addEventListener('click', scale(0.5));
    byId('price-out').addEventListener('click', scale(2));
    byId('price-window').textContent = time(whole[0]) + ' to ' + time(whole[1]) + ' UTC';
    data.indicators.forEach((indicator, i) => {
      const label = document.createElement('label');
      const box = document.createElement('input');
      box.type = 'checkbox';
      box.checked = chosen.has(i);
      box.addEventListener('change', () => {
        if (box.checked) {
          chosen.add(i);
        } else {
          chosen.delete(i);
        }
        price.render();
        others.render();
      });
      label.append(box, ' ' + indicator.name);
      byId('indicator-choice').append(label);
    });
  }

  // --- trades ------------------------------------------------------------------------------------------------------
  const columns = [
    ['number', NUMBER], ['leg', LEG], ['side', SIDE], ['opened', OPENED, time], ['closed', CLOSED, time],
    ['lasted', null, duration, (t) => t[CLOSED] - t[OPENED]], ['size', SIZE], ['entry', ENTRY], ['exit', EXIT],
    ['net USD', NET], ['gross', GROSS], ['fees', FEES], ['funding', FUNDING], ['slippage', SLIPPAGE],
    ['MAE', ADVERSE], ['MFE', FAVOURABLE], ['ended by', REASON], ['signal', SIGNAL], ['fills', FILLS],
  ].map(([name, index, show, value]) => ({ name, show: show || ((v) => v === null ? '–' : String(v)), value: value || ((t) => t[index]) }));
  const filters = {
    'filter-leg': (t) => t[LEG], 'filter-side': (t) => t[SIDE], 'filter-exit': (t) => t[REASON],
    'filter-signal': (t) => t[SIGNAL], 'filter-result': (t) => t[NET] > 0 ? 'won' : 'lost',
  };
  let rows = [];
  let page = 0;
  let order = { column: 0, down: false };

  function listTrades() {
    const wanted = Object.entries(filters).map(([id, of]) => [byId(id).value, of]).filter(([value]) => value !== '');
    rows = data.trades.filter((t) => wanted.every(([value, of]) => of(t) === value));
    const value = columns[order.column].value;
    const sign = order.down ? -1 : 1;
    rows.sort((a, b) => {
      const x = value(a), y = value(b);
      return sign * (x === y ? a[NUMBER] - b[NUMBER] : x === null ? -1 : y === null ? 1 : x < y ? -1 : 1);
    });
    page = 0;
    showPage();
  }

  function showPage() {
    const pages = Math.max(1, Math.ceil(rows.length / PAGE_ROWS));
    const body = byId('trades-table').tBodies[0];
    const fresh = document.createDocumentFragment();
    rows.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS).forEach((t) => {
      const row = document.createElement('tr');
      columns.forEach((column) => {
        const cell = row.insertCell();
        const value = column.value(t);
        cell.textContent = column.show(value);
        if (typeof value === 'number') {
          cell.className = 'number' + (column.name === 'net USD' ? value < 0 ? ' loss' : ' gain' : '');
        }
      });
      const jump = document.createElement('button');
      jump.type = 'button';
      jump.textContent = 'Show';
      jump.setAttribute('aria-label', 'Show trade ' + t[NUMBER] + ' in the price chart');
      jump.addEventListener('click', () => {
        const around = Math.max(t[CLOSED] - t[OPENED], 36e5);
        look(t[OPENED] - around, t[CLOSED] + around);
        byId('price').scrollIntoView();
      });
      row.insertCell().append(jump);
      fresh.append(row);
    });
    body.replaceChildren(fresh);
    const net = rows.reduce((sum, t) => sum + t[NET], 0);
    byId('trades-count').textContent = rows.length + ' of ' + data.trades.length + ' trades, net ' + net.toFixed(2) + ' USD';
    byId('trades-page').textContent = 'page ' + (page + 1) + ' of ' + pages;
    byId('trades-before').disabled = page === 0;
    byId('trades-after').disabled = page + 1 >= pages;
  }

  function tradeControls() {
    Object.entries(filters).forEach(([id, of]) => {
      const select = byId(id);
      select.append(new Option('all', ''));
      [...new Set(data.trades.map(of))].sort().forEach((value) => select.append(new Option(value, value)));
      select.addEventListener('change', listTrades);
    });
    const head = byId('trades-table').tHead.insertRow();
    columns.forEach((column, i) => {
      const cell = document.createElement('th');
      cell.scope = 'col';
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = column.name;
      button.addEventListener('click', () => {
        order = { column: i, down: order.column === i && !order.down };
        [...head.cells].forEach((other) => other.removeAttribute('aria-sort'));
        cell.setAttribute('aria-sort', order.down ? 'descending' : 'ascending');
        listTrades();
      });
      cell.append(button);
      head.append(cell);
    });
    const last = document.createElement('th');
    last.scope = 'col';
    last.textContent = 'chart';
    head.append(last);
    head.cells[0].setAttribute('aria-sort', 'ascending');
    byId('trades-before').addEventListener('click', () => { page--; showPage(); });
    byId('trades-after').addEventListener('click', () => { page++; showPage(); });
  }

  // --- distributions -----------------------------------------------------------------------------------------------
  function histogram(values, parts) {
    let low = Infinity, high = -Infinity;
    values.forEach((v) => { low = Math.min(low, v); high = Math.max(high, v); });
    const width = (high - low) / parts || 1;
    const counts = new Array(parts).fill(0);
    values.forEach((v) => counts[Math.min(parts - 1, Math.floor((v - low) / width))]++);
    return counts.map((y, i) => ({ x: low + (i + 0.5) * width, y }));
  }

  function drawDistributions() {
    const bars = (id, label, values, colour, x) => draw(id, () => ({
      data: { datasets: [{ type: 'bar', label, data: values.length ? histogram(values, 40) : [], backgroundColor: ink(colour), barPercentage: 1, categoryPercentage: 1 }] },
      options: options({ x, y: 'trades' }),
    }));
    bars('profit-chart', 'trades', data.trades.map((t) => t[NET]), 'accent', 'net USD');
    bars('duration-chart', 'trades', data.trades.map((t) => (t[CLOSED] - t[OPENED]) / 6e4), 'accent', 'minutes');
    draw('excursion-chart', () => ({
      data: { datasets: [
        marks('won', ink('gain'), 'circle', 0, data.trades.filter((t) => t[NET] > 0).map((t) => ({ x: t[ADVERSE], y: t[NET] }))),
        marks('lost', ink('loss'), 'circle', 0, data.trades.filter((t) => t[NET] <= 0).map((t) => ({ x: t[ADVERSE], y: t[NET] }))),
      ].map((set) => ({ ...set, pointRadius: 2 })) },
      options: options({ x: 'worst loss while open, USD', y: 'net USD' }),
    }));
  }

  // --- several runs ------------------------------------------------------------------------------------------------
  function drawRuns() {
    draw('runs-chart', () => ({
      data: { datasets: data.runs.map((run, i) => line(run.name, palette[i % palette.length], points(run.t, run.v))) },
      options: options({ isTime: true, y: '% of the start' }),
    }));
  }

  if (data.runs) {
    drawRuns();
  } else {
    drawEquity();
    if (data.bars.t.length) {
      sortIndicators();
      drawPrice();
      priceControls();
    }
    tradeControls();
    listTrades();
    drawDistributions();
  }
  // How long it took from asking for the page to having drawn it.
  document.documentElement.dataset.readyMs = String(Math.round(performance.now()));
})();
