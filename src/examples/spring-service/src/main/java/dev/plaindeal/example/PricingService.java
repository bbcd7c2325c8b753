package dev.plaindeal.example;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.jackson.PlaindealModule;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.watch.ReloadingEngine;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /price} takes a basket and answers with its receipt, or with 400 and every problem of the basket. */
@SpringBootApplication
public class PricingService {

    public static void main(String[] args) {
        SpringApplication.run(PricingService.class, args);
    }

    /** Spring registers it with its own mapper. */
    @Bean
    PlaindealModule plaindealModule() {
        return new PlaindealModule();
    }

    /** The service starts with good rules or not at all; {@code engine.watch()} would follow the folder from then on. */
    @Bean
    ReloadingEngine engine(@Value("${rules:rules}") Path rules) {
        return ReloadingEngine.load(rules);
    }

    @RestController
    static class Prices {

        private final ReloadingEngine engine;

        Prices(ReloadingEngine engine) {
            this.engine = engine;
        }

        @PostMapping("/price")
        Receipt price(@RequestBody Basket basket) {
            return engine.evaluate(basket);
        }

        /** What was wrong with a basket is the cause of what Spring says; anything else that is no JSON stays Spring's. */
        @ExceptionHandler
        @ResponseStatus(HttpStatus.BAD_REQUEST)
        ProblemException refused(HttpMessageNotReadableException unreadable) {
            if (unreadable.getMostSpecificCause() instanceof ProblemException problems) {
                return problems;
            }
            throw unreadable;
        }
    }
}
