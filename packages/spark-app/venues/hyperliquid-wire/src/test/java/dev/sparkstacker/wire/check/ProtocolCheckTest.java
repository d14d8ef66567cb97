package dev.sparkstacker.wire.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtocolCheckTest {
    @TempDir
    private Path folder = Path.of("");

    private final List<Case> cases = new ArrayList<>();
    private ProtocolCheck check = new ProtocolCheck(cases::add);

    @BeforeEach
    void freshCheck() {
        check = new ProtocolCheck(cases::add);
    }

    private List<Case.Kind> recorded(String file, String content) throws IOException {
        cases.clear();
        Path path = folder.resolve(file);
        Files.writeString(path, content.replace('\'', '"'));
        check.recordings(folder);
        Files.delete(path);
        return cases.stream().map(Case::kind).toList();
    }

    @Test
    void aTypedWrapperIsCheckedOnBothSides() throws IOException {
        assertThat(recorded("a.json", "{'request':{'type':'allMids'},'response':{'BTC':'1.50'}}"))
                .containsExactly(Case.Kind.OK, Case.Kind.OK);
        assertThat(recorded("a.json", "{'request':{'type':'allMids','dexx':'x'},'response':{'BTC':1.5}}"))
                .containsExactly(Case.Kind.MISMATCH, Case.Kind.MISMATCH);
    }

    @Test
    void anUndocumentedTypeIsReportedUnknown() throws IOException {
        assertThat(recorded("a.json", "{'request':{'type':'brandNew'},'response':{'x':1.10}}"))
                .containsExactly(Case.Kind.UNKNOWN, Case.Kind.UNKNOWN);
        assertThat(recorded("a.json", "{'channel':'brandNew','data':{'x':1}}")).containsExactly(Case.Kind.UNKNOWN);
        assertThat(recorded("a.json", "{'method':'subscribe','subscription':{'type':'brandNew'}}"))
                .containsExactly(Case.Kind.UNKNOWN);
    }

    @Test
    void aDocumentedTypeWithoutARecordMustSurviveAsJson() throws IOException {
        assertThat(recorded(
                        "a.json",
                        "{'request':{'type':'tokenDetails','tokenId':'0x1'},'response':{'x':1.10,'y':[null]}}"))
                .containsExactly(Case.Kind.OK, Case.Kind.OK);
    }

    @Test
    void bareFramesAloneInListsAndInLines() throws IOException {
        String bbo = "{'channel':'bbo','data':{'coin':'BTC','time':1,'bbo':[null,{'px':'1.0','sz':'2.0','n':1}]}}";
        assertThat(recorded("a.json", bbo)).containsExactly(Case.Kind.OK);
        assertThat(recorded("a.json", "[" + bbo + "," + bbo + "]")).containsExactly(Case.Kind.OK, Case.Kind.OK);
        assertThat(recorded("a.jsonl", bbo + "\n" + bbo + "\n")).containsExactly(Case.Kind.OK, Case.Kind.OK);
        assertThat(recorded("a.json", bbo.replace("'px':'1.0',", ""))).containsExactly(Case.Kind.MISMATCH);
    }

    @Test
    void exchangesInInteractionsAndWholeEnvelopes() throws IOException {
        String call = "{'request':{'action':{'type':'cancel','cancels':[{'a':1,'o':2}]}%s},'httpStatus':200,'response':"
                + "{'status':'ok','response':{'type':'cancel','data':{'statuses':['success']}}}}";
        assertThat(recorded("a.json", "{'interactions':[" + call.formatted("") + "]}"))
                .containsExactly(Case.Kind.OK, Case.Kind.OK);
        assertThat(recorded(
                        "a.json",
                        call.formatted(",'nonce':1,'signature':{'r':'0x1','s':'0x2','v':27},'vaultAddress':null")))
                .containsExactly(Case.Kind.OK, Case.Kind.OK, Case.Kind.OK);
        assertThat(recorded("a.json", call.formatted("").replace("'o':2", "'o':'2'")))
                .containsExactly(Case.Kind.MISMATCH, Case.Kind.OK);
    }

    @Test
    void theTextFormsOfWebsocketAndRest() throws IOException {
        assertThat(
                        recorded(
                                "a.txt",
                                "> {'method':'subscribe','subscription':{'type':'bbo','coin':'X'}}\n< {'channel':'subscriptionResponse','data':"
                                        + "{'method':'subscribe','subscription':{'type':'bbo','coin':'X'}}}\n=\n{\n'channel':'pong'\n}\n"))
                .containsExactly(Case.Kind.OK, Case.Kind.OK, Case.Kind.OK, Case.Kind.OK);
        assertThat(recorded("a.txt", "POST\n/exchange\ntrue\n{'status':'ok','response':{'type':'default'}}"))
                .containsExactly(Case.Kind.OK);
        assertThat(recorded("a.txt", "POST\n/exchange\ntrue\n{'status':'ok'}")).isNotEmpty();
        assertThat(
                        recorded(
                                "a.txt",
                                "POST\n/info\nfalse\n{'balances':[{'coin':'USDC','token':0,'total':'1.0','hold':'0.0','entryNtl':'0.0'}]}"))
                .containsExactly(Case.Kind.OK);
        assertThat(cases.getFirst().detail()).contains("spotClearinghouseState");
    }

    @Test
    void aRefusalOverHttpIsCarriedAsItIs() throws IOException {
        assertThat(recorded("a.json", "{'request':{'type':'meta'},'httpStatus':429,'response':null}"))
                .containsExactly(Case.Kind.OK, Case.Kind.OK);
    }

    @Test
    void brokenFilesAreMismatchesAndOthersAreNamed() throws IOException {
        assertThat(recorded("a.json", "{'request':")).containsExactly(Case.Kind.MISMATCH);
        assertThat(recorded("a.md", "words")).containsExactly(Case.Kind.SKIPPED);
        assertThat(recorded("a.json", "{'numbers':[1]}")).containsExactly(Case.Kind.SKIPPED);
    }

    @Test
    void aTamperedVectorIsAMismatch() throws IOException {
        String vector =
                "[{'name':'n','action':{'type':'noop'},'nonce':1,'isMainnet':true,'expected':{'msgpackHex':'%s'}}]";
        Path file = folder.resolve("v.json");
        Files.writeString(file, vector.formatted("81a474797065a46e6f6f70").replace('\'', '"'));
        check.vectors(file);
        Files.writeString(file, vector.formatted("81a474797065a46e6f6f71").replace('\'', '"'));
        check.vectors(file);
        Files.writeString(
                file, "{'wire':[{'value':'1.0','wire':'1'},{'value':'1.0','wire':'1.0'}]}".replace('\'', '"'));
        check.vectors(file);
        assertThat(cases)
                .extracting(Case::kind)
                .containsExactly(Case.Kind.OK, Case.Kind.MISMATCH, Case.Kind.OK, Case.Kind.MISMATCH);
    }
}
