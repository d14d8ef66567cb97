package dev.sparkstacker.backtest.report;

/** The places that the page's script fills: charts and the list of trades. Without script they say where the data is. */
final class Charts {
    private Charts() {}

    static Html equity() {
        Html html = Sections.section("equity", "Equity and drawdown");
        chart(html, "equity-chart", "Equity over time in USD, all accounts together");
        chart(html, "drawdown-chart", "Drawdown over time in percent of the peak");
        return html.close("section").line();
    }

    static Html price() {
        Html html = Sections.section("price", "Price, trades and indicators");
        html.open("div", "class", "controls", "role", "group", "aria-label", "Part of the time that is shown");
        button(html, "price-all", "All");
        button(html, "price-back", "Earlier");
        button(html, "price-on", "Later");
        button(html, "price-in", "Closer");
        button(html, "price-out", "Wider");
        html.leaf("output", "", "id", "price-window").close("div");
        html.open("fieldset", "id", "indicator-choice", "class", "controls")
                .leaf("legend", "Indicators")
                .close("fieldset");
        chart(html, "price-chart", "Price over time with entries, exits, stops and targets");
        chart(html, "indicator-chart", "Indicators on a scale of their own");
        return html.close("section").line();
    }

    static Html distributions() {
        Html html = Sections.section("distributions", "Distributions");
        html.open("div", "class", "columns");
        chart(html, "profit-chart", "How many trades ended with which net profit");
        chart(html, "duration-chart", "How many trades lasted how long");
        chart(html, "excursion-chart", "Net profit of each trade against its worst loss while open");
        return html.close("div").close("section").line();
    }

    static Html trades() {
        Html html = Sections.section("trades", "Trades");
        html.open("div", "class", "controls", "role", "search", "aria-label", "Which trades are listed");
        choice(html, "filter-leg", "Leg");
        choice(html, "filter-side", "Side");
        choice(html, "filter-exit", "Exit");
        choice(html, "filter-signal", "Signal");
        choice(html, "filter-result", "Result");
        html.close("div");
        html.open("p", "role", "status", "id", "trades-count").close("p");
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-labelledby", "trades-title");
        html.open("table", "id", "trades-table")
                .open("thead")
                .close("thead")
                .open("tbody")
                .close("tbody")
                .close("table");
        html.close("div").open("nav", "class", "controls", "aria-label", "Pages of trades");
        button(html, "trades-before", "Before");
        html.leaf("output", "", "id", "trades-page");
        button(html, "trades-after", "Next");
        html.close("nav");
        html.leaf("noscript", "The list needs JavaScript; trades.csv beside this file holds every trade.");
        return html.close("section").line();
    }

    static void chart(Html html, String id, String what) {
        html.open("figure").leaf("figcaption", what).open("div", "class", "chart");
        html.open("canvas", "id", id, "role", "img", "aria-label", what).close("canvas");
        html.close("div").close("figure").line();
    }

    private static void button(Html html, String id, String text) {
        html.leaf("button", text, "type", "button", "id", id);
    }

    private static void choice(Html html, String id, String text) {
        html.open("label")
                .text(text + " ")
                .open("select", "id", id)
                .close("select")
                .close("label");
    }
}
