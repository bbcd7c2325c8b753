package dev.plaindeal.rules.grammar;

import dev.plaindeal.model.ChanceField;
import dev.plaindeal.model.ChanceFacts;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.rules.grammar.RuleTree.Literal;
import dev.plaindeal.rules.grammar.RuleTree.Pattern;
import dev.plaindeal.rules.grammar.RuleTree.RuleNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the codes a coupon asks for in the form in which baskets carry them, so that Drools finds them too: {@code "save10"}
 * becomes {@code "SAVE10"}, which is the same code to every buyer.
 */
final class PlainCodes {

    private PlainCodes() {}

    /** The tokens of a file with its codes in plain form. */
    static List<Token> in(List<Token> tokens, RuleTree tree) {
        Set<SourceSpot> codes = new HashSet<>();
        for (RuleNode rule : tree.rules()) {
            if (isCoupon(rule.pattern())) {
                codes(rule.pattern(), codes);
            }
        }
        return tokens.stream().map(token -> codes.contains(token.at()) ? plain(token) : token).toList();
    }

    private static boolean isCoupon(Pattern pattern) {
        return Arrays.stream(ChanceKind.values())
                .anyMatch(kind -> kind.ofCode() && ChanceFacts.name(kind).equals(pattern.fact().text()));
    }

    private static void codes(Pattern pattern, Set<SourceSpot> codes) {
        pattern.constraints().stream()
                .filter(constraint -> constraint.field().text().equals(ChanceField.CODE.key()))
                .flatMap(constraint -> constraint.values().stream())
                .filter(literal -> literal.value() instanceof String)
                .map(Literal::at)
                .forEach(codes::add);
    }

    private static Token plain(Token token) {
        boolean admitted = FieldValues.CODE.admits(token.text());
        return admitted ? new Token(token.kind(), FieldValues.CODE.normal(token.text()), token.at(), token.after()) : token;
    }
}
