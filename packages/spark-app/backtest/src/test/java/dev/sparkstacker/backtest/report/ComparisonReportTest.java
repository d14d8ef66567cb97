package dev.sparkstacker.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.backtest.data.DataException;
import dev.sparkstacker.backtest.export.RunFolder;
import dev.sparkstacker.backtest.result.BacktestResult;
import dev.sparkstacker.backtest.run.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ComparisonReportTest {
    @TempDir
    private Path folder = Path.of("");

    private Path run(String name, BacktestResult result) throws IOException {
        return RunFolder.at(folder.resolve(name), false).write(result, List.of());
    }

    @Test
    void runsStandBesideEachOtherWithWhereTheyPart() throws IOException {
        BacktestResult cheap = Samples.macd(1_500, 3, "1");
        BacktestResult dear = Samples.macd(1_500, 3, "9");
        Path file = folder.resolve(ComparisonReport.NAME);

        ComparisonReport.write(List.of(run("cheap", cheap), run("<b>dear", dear)), file);

        Document page = Jsoup.parse(Files.readString(file));
        assertThat(page.expectFirst("h1").text()).isEqualTo("Comparison of cheap, <b>dear");
        Element end = page.expectFirst("#figures tbody tr");
        assertThat(end.expectFirst("th").text()).isEqualTo("end equity USD");
        assertThat(end.select("td"))
                .extracting(Element::text)
                .containsExactly(
                        cheap.equity().last().toString(), dear.equity().last().toString());
        assertThat(page.select("#settings tbody tr")).isNotEmpty();
        assertThat(page.select("#divergences li"))
                .singleElement()
                .satisfies(divergence -> assertThat(divergence.text()).contains("is the first to differ"));
        JsonNode runs =
                JsonMapper.shared().readTree(page.expectFirst("#data").data()).get("runs");
        assertThat(runs.size()).isEqualTo(2);
        assertThat(runs.get(1).get("name").asString()).isEqualTo("<b>dear");
        assertThat(runs.get(0).get("t").size()).isEqualTo(runs.get(0).get("v").size());
        assertThat(runs.get(0).get("v").get(0).doubleValue()).isBetween(90.0, 110.0);
    }

    @Test
    void aFolderWithoutItsEquityIsNamed() throws IOException {
        Path one = run("one", Samples.macd(300, 1, "1"));
        Path two = run("two", Samples.macd(300, 2, "1"));
        Files.writeString(two.resolve("equity.csv"), "nothing\n");

        assertThatThrownBy(() -> ComparisonReport.write(List.of(one, two), folder.resolve("c.html")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("equity.csv")
                .hasMessageContaining("header");
    }
}
