package dev.plaindeal.jackson;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.read.BasketJson;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.receipt.ProblemJson;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptJson;
import dev.plaindeal.receipt.ReceiptReader;
import dev.plaindeal.returns.Refund;
import dev.plaindeal.returns.RefundJson;
import java.time.InstantSource;

/**
 * Teaches an {@code ObjectMapper} the formats of Plaindeal: it reads and writes {@link Basket} and {@link Receipt}, and writes
 * {@link Refund}, {@link Problem} and {@link ProblemException}, as the JSON Schemas beside the readers describe them.
 *
 * <p>A basket or receipt that cannot be used is a {@link com.fasterxml.jackson.databind.JsonMappingException}, which services answer
 * with 400 by themselves. Its cause is a {@link ProblemException} with every problem and the JSON pointer of each; lines and
 * columns of the text are not known here.
 *
 * <p>Worked example: {@code new ObjectMapper().registerModule(new PlaindealModule())}. Immutable once made.
 */
public final class PlaindealModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    /** Baskets that name no moment are priced for the moment they are read. */
    public PlaindealModule() {
        this(InstantSource.system());
    }

    /**
     * With a clock of the host's.
     *
     * @param now tells the moment for baskets that name none
     */
    public PlaindealModule(InstantSource now) {
        super(PlaindealModule.class.getName());
        addDeserializer(Basket.class, new PlaindealDeserializer<>(Basket.class, BasketReader.MOST_BYTES, json ->
                BasketReader.read(PlaindealDeserializer.NAME, json, now.instant()).orThrow()));
        addDeserializer(Receipt.class, new PlaindealDeserializer<>(Receipt.class, PlaindealDeserializer.LARGEST_RECEIPT, json ->
                ReceiptReader.read(PlaindealDeserializer.NAME, new String(json, US_ASCII)).orThrow()));
        addSerializer(PlaindealSerializer.ofText(Basket.class, BasketJson::line));
        addSerializer(PlaindealSerializer.ofText(Receipt.class, ReceiptJson::line));
        addSerializer(PlaindealSerializer.ofText(Refund.class, RefundJson::line));
        addSerializer(PlaindealSerializer.ofText(ProblemException.class, refused -> ProblemJson.line(refused.problems())));
        addSerializer(PlaindealSerializer.ofText(Problem.class, ProblemJson::line));
    }
}
