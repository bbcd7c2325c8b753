package dev.plaindeal.jmh;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Promotions as the rule files marketing writes, one file each. */
final class RuleText {

    private RuleText() {}

    static Map<String, String> of(List<Deal> deals) {
        Map<String, String> files = new LinkedHashMap<>();
        for (Deal deal : deals) {
            String folder = deal.found().store().isEmpty() ? "platform" : deal.found().store();
            files.put("promotions/" + folder + "/" + deal.id() + ".drl", file(deal));
        }
        return files;
    }

    private static String file(Deal deal) {
        return "// A promotion to measure.\npackage promotions\nimport dev.plaindeal.model.*\n\nrule \"" + deal.id() + "\"\nwhen\n"
                + "    $chance : " + pattern(deal.found()) + "\nthen\n"
                + "    $chance." + words(deal) + ";\nend\n";
    }

    /** The one pattern that finds it, an equality on its key first. */
    static String pattern(Deal.Found found) {
        return found.kind().fact + "( " + conditions(found) + " )";
    }

    private static String conditions(Deal.Found found) {
        StringBuilder text = new StringBuilder();
        equality(text, "code", found.code());
        equality(text, "store", found.store());
        equality(text, "market", found.market());
        return text.toString();
    }

    private static void equality(StringBuilder text, String field, String value) {
        if (!value.isEmpty()) {
            text.append(text.length() == 0 ? "" : ", ").append(field).append(" == \"").append(value).append('"');
        }
    }

    private static String words(Deal deal) {
        String off = deal.percent() > 0 ? "percentOff(" + deal.percent() + ")" : "amountOff(\"" + usd(deal.cents()) + "\")";
        String from = deal.from() > 0 ? ".whenSpending(\"" + usd(deal.from()) + "\")" : "";
        return off + from + (deal.most() == Deal.NO_CAP ? "" : ".atMost(\"" + usd(deal.most()) + "\")");
    }

    private static String usd(long cents) {
        return "USD " + cents / 100 + "." + cents % 100 / 10 + cents % 10;
    }
}
