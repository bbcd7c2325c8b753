package dev.plaindeal.cli;

import dev.plaindeal.basket.Channel;
import dev.plaindeal.weights.AudienceChange;
import dev.plaindeal.weights.AudienceChange.AudiencePlace;
import dev.plaindeal.weights.ViewAspect;
import dev.plaindeal.weights.ViewSettings;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what buyers see: a market and channel whose audience is meant, and what is otherwise than there. */
final class AudienceName implements ITypeConverter<AudienceChange> {

    private static final String NOT = "no-";
    private static final String USUAL = "usual";

    AudienceName() {}

    @Override
    public AudienceChange convert(String text) {
        Optional<AudiencePlace> place = Optional.empty();
        Map<ViewAspect, Boolean> said = new EnumMap<>(ViewAspect.class);
        for (String name : text.split(",", -1)) {
            Optional<AudiencePlace> named = place(name.strip());
            if (named.isPresent() && place.isPresent()) {
                throw new TypeConversionException("one audience can be taken, not two: " + text);
            }
            if (named.isEmpty()) {
                say(name.strip(), said);
            }
            place = place.or(() -> named);
        }
        return new AudienceChange(place, new ViewSettings(said));
    }

    private static void say(String name, Map<ViewAspect, Boolean> said) {
        boolean so = !name.startsWith(NOT);
        ViewAspect aspect = ViewAspect.find(so ? name : name.substring(NOT.length())).orElseThrow(() -> unknown(name));
        if (said.put(aspect, so) != null) {
            throw new TypeConversionException(aspect.key() + " is said twice");
        }
    }

    private static Optional<AudiencePlace> place(String name) {
        if (name.equals(USUAL)) {
            return Optional.of(new AudiencePlace("", ""));
        }
        int slash = name.indexOf('/');
        String market = slash < 0 ? name : name.substring(0, slash);
        String channel = slash < 0 ? "" : name.substring(slash + 1);
        if (Channel.find(name).isPresent()) {
            return Optional.of(new AudiencePlace("", name));
        }
        if (!Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(market)) {
            return Optional.empty();
        }
        if (slash >= 0 && Channel.find(channel).isEmpty()) {
            throw unknown(name);
        }
        return Optional.of(new AudiencePlace(market, channel));
    }

    private static TypeConversionException unknown(String name) {
        return new TypeConversionException("'" + name + "' is nothing that buyers see; there are "
                + Arrays.stream(ViewAspect.values()).map(ViewAspect::key).collect(Collectors.joining(", "))
                + ", each also with no- in front, usual, a market and a channel, for instance GB/live");
    }
}
