package dev.plaindeal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plaindeal.verify.Difference.Topic;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptDiffTest {

    private static List<Difference> diff(String before, String after) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        return ReceiptDiff.of(
                json.readTree(before.replace('\'', '"')), json.readTree(after.replace('\'', '"')));
    }

    @Test
    void layoutZerosAndTheRulesHashAreNoDifference() throws JsonProcessingException {
        assertThat(diff("{'rules':'a','bargain':58.40}", "{ 'bargain' : 58.4, 'rules' : 'b' }")).isEmpty();
    }

    @Test
    void moneyIsItsText() throws JsonProcessingException {
        assertThat(diff("{'total':'12.0'}", "{'total':'12.00'}"))
                .containsExactly(new Difference(Topic.MONEY, "total", "12.0", "12.00"));
    }

    @Test
    void theOrderOfTopicsIsTheOrderOfImportance() throws JsonProcessingException {
        assertThat(diff(
                        "{'headline':{'text':'a'},'bargain':1,'rejected':[{'id':'x','reason':'ended','message':'m'}],"
                                + "'lines':[{'line':'1','net':'5.00'}],'discount':'1.00','total':'9.00'}",
                        "{'headline':{'text':'b'},'bargain':2,'rejected':[],"
                                + "'lines':[{'line':'1','net':'4.00'}],'discount':'2.00','total':'8.00'}"))
                .extracting(Difference::what)
                .containsExactly("total", "discount", "line 1 net", "x", "bargain", "headline text");
    }

    @Test
    void anEntryMoreDoesNotMakeTheOthersDiffer() throws JsonProcessingException {
        assertThat(diff(
                        "{'lines':[{'line':'b','net':'5.00'}]}",
                        "{'lines':[{'line':'a','net':'1.00'},{'line':'b','net':'5.00'}]}"))
                .containsExactly(new Difference(Topic.MONEY, "line a net", "", "1.00"));
    }

    @Test
    void aPromotionThatGoesIsTwoDifferencesAndNotItsWholeText() throws JsonProcessingException {
        String applied = "{'id':'p','layer':'shipping','discount':'3.00','conventions':{'mode':'down'},"
                + "'simplicity':{'score':50},'allocations':[{'line':'1','amount':'3.00'}]}";
        assertThat(diff(
                        "{'applied':[" + applied + "],'rejected':[]}",
                        "{'applied':[],'rejected':[{'id':'p','reason':'ended','message':'It ended.','gap':'1.00'}]}"))
                .containsExactly(
                        new Difference(Topic.MONEY, "p", "3.00", ""),
                        new Difference(Topic.PROMOTIONS, "p", "applied", "refused, ended: It ended. (gap 1.00)"));
    }

    @Test
    void theOrderPromotionsApplyInCounts() throws JsonProcessingException {
        assertThat(diff("{'applied':[{'id':'a'},{'id':'b'}]}", "{'applied':[{'id':'b'},{'id':'a'}]}"))
                .containsExactly(new Difference(Topic.PROMOTIONS, "order", "a, b", "b, a"));
    }

    @Test
    void thePromotionOfTwoStoresIsToldApart() throws JsonProcessingException {
        assertThat(diff(
                        "{'applied':[{'id':'a','discount':'1.00'},{'id':'a','discount':'2.00'}]}",
                        "{'applied':[{'id':'a','discount':'1.00'},{'id':'a','discount':'3.00'}]}"))
                .containsExactly(new Difference(Topic.MONEY, "a #2", "2.00", "3.00"));
    }

    /** Where only one store sells, its name would be no help. */
    @Test
    void ofSeveralStoresEachIsNamed() throws JsonProcessingException {
        String lines = "'lines':[{'line':'1','store':'n'},{'line':'2','store':'s'}],";
        String n = "{'id':'a','store':'n','discount':'1.00'}";
        assertThat(diff(
                        "{" + lines + "'applied':[" + n + ",{'id':'a','store':'s','discount':'2.00'}]}",
                        "{" + lines + "'applied':[" + n + "],'rejected':[{'id':'a','store':'s','reason':'ended','message':'m',"
                                + "'itemsGap':2}]}"))
                .containsExactly(
                        new Difference(Topic.MONEY, "a at s", "2.00", ""),
                        new Difference(Topic.PROMOTIONS, "a at s", "applied", "refused, ended: m (items gap 2)"));
    }

    @Test
    void aCodeNobodyKnowsHasNoIdButAName() throws JsonProcessingException {
        assertThat(diff(
                        "{'rejected':[{'code':'X','reason':'unknown-code','message':'m'}]}", "{'rejected':[]}"))
                .containsExactly(new Difference(Topic.PROMOTIONS, "code X", "refused, unknown-code: m", ""));
    }

    @Test
    void whatChangesInAmountsIsSigned() {
        assertThat(DiffText.of(List.of(
                        new Difference(Topic.MONEY, "total", "9.00", "8.50"),
                        new Difference(Topic.SCORES, "bargain", "1", "2"),
                        new Difference(Topic.REST, "headline text", "a", ""))))
                .isEqualTo(
                        """
                          money                                      receipt         now      change
                            total                                       9.00        8.50       -0.50
                          scores
                            bargain                              1 -> 2 (+1)
                          the rest
                            headline text                        a -> -
                        """);
    }
}
