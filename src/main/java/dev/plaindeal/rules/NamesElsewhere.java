package dev.plaindeal.rules;

import dev.plaindeal.problem.Nearest;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What other engines, shops and announcements call the words, fields and facts that rule files have: the one table of it.
 * For hints alone, so a name that is missing here is refused all the same.
 */
final class NamesElsewhere {

    static final Map<String, String> WORDS = new TreeMap<>();
    static final Map<String, String> FIELDS = new TreeMap<>();
    static final Map<String, String> FACTS = new TreeMap<>();

    private static final String CODE = "Maybe code == \"SAVE10\"?";

    private NamesElsewhere() {}

    static {
        put(WORDS, "Maybe whenSpending(\"USD 50\")?",
                "minspend minimumspend minspending minpurchase minimumpurchase minorder minimumorder "
                        + "minordervalue minbasket mincart minsubtotal minimumsubtotal mintotal minamount minimumamount "
                        + "spendatleast spend spending threshold subtotal carttotal ordertotal orderabove over");
        put(WORDS, "Maybe whenBuying(3)?",
                "minquantity minimumquantity minqty minitems minimumitems quantity qty items buyatleast");
        put(WORDS, "Maybe atMost(\"USD 20\")?",
                "maxdiscount maximumdiscount maxamount maxsaving maxoff max maximum cap capat cappedat "
                        + "discountcap limitamount nomorethan uptoamount");
        put(WORDS, "Maybe percentOff(10)?",
                "percentageoff percent percentage pct pctoff percentdiscount percentagediscount discountpercent "
                        + "discountpercentage bypercent bypercentage percentofftotal rate");
        put(WORDS, "Maybe amountOff(\"USD 5\")?",
                "amount fixedamount fixeddiscount fixedamountoff flat flatdiscount flatoff amountdiscount "
                        + "discountamount moneyoff dollarsoff poundsoff eurosoff deduct deduction subtract reduceby "
                        + "lessamount");
        put(WORDS, "Maybe percentOff(10) or amountOff(\"USD 5\")?",
                "discount applydiscount setdiscount adddiscount off save saving takeoff orderdiscount "
                        + "cartdiscount reduction benefit reward");
        put(WORDS, "Maybe nowPrice(\"USD 9\")?",
                "fixedprice saleprice specialprice newprice setprice offerprice flashprice overrideprice "
                        + "priceeach price");
        put(WORDS, "Maybe setOf(3).forPrice(\"USD 10\")?",
                "bundle bundleprice bundleof multibuy mixandmatch nforprice xfory combo comboprice");
        put(WORDS, "Maybe buyGet(2, 1)?",
                "bogo bogof bxgy bxgyfree buyxgety buyxgetyfree buyngetm buyonegetone buyonegetonefree buy1get1 "
                        + "buytwogetone getfree freeitems");
        put(WORDS, "Maybe nthItem(2, \"50%\")?",
                "seconditem secondhalfprice secondunit nth everynth nthitemoff nextitem");
        put(WORDS, "Maybe cheapestOff(\"100%\")?",
                "cheapest cheapestfree cheapestitem cheapestitemfree lowestpriced");
        put(WORDS, "Maybe tier(\"USD 50\", \"USD 5\")?",
                "tiers tiered tiereddiscount ladder level levels step spendandsave spendmoresavemore "
                        + "volumediscount");
        put(WORDS, "Maybe every(\"USD 50\", \"USD 5\")?",
                "perspend peramount forevery foreach each foreachspend stepdiscount repeat repeating");
        put(WORDS, "Maybe freeShipping()?",
                "freedelivery freepostage freeship shippingfree deliveryfree noshipping");
        put(WORDS, "Maybe shippingOff(\"50%\")?",
                "shippingdiscount deliveryoff deliverydiscount discountshipping postageoff");
        put(WORDS, "Maybe shippingFor(\"USD 2\")?",
                "flatshipping flatrateshipping shippingprice deliveryfor shippingrate");
        put(WORDS, "Maybe gift(\"mug-1\", \"Mug\")?",
                "freegift giftitem freebie freeproduct freeitem addgift gwp giftwithpurchase addfree additem");
        put(WORDS, "Maybe until(\"2026-12-01\", \"America/New_York\")?",
                "end ends endsat endson enddate endat expires expiresat expiry expirydate validto validuntil "
                        + "activeto to before till");
        put(WORDS, "Maybe from(\"2026-11-20\", \"America/New_York\")?",
                "start starts startsat startson startdate begin begins validfrom activefrom since after");
        put(WORDS, "Maybe limitInAll(100)?",
                "usagelimit totaluses maxuses maxusage maxredemptions redemptionlimit maxredeem usestotal limit "
                        + "totallimit globallimit");
        put(WORDS, "Maybe limitPerBuyer(1)?",
                "percustomer peruser perbuyer limitpercustomer limitperuser usespercustomer usesperuser "
                        + "usagelimitperuser usagelimitpercustomer oncepercustomer onepercustomer onceperuser "
                        + "appliesoncepercustomer");
        put(WORDS, "Maybe limitPerStore(100)?",
                "perstore perseller pershop limitperseller limitpershop limitpermerchant usesperstore usesperseller");
        put(WORDS, "Maybe budget(\"USD 1000\")?",
                "totalbudget maxbudget spendlimit campaignbudget");
        put(WORDS, "Maybe exclusive()?",
                "notstackable nonstackable notcombinable cannotcombine nostacking stackable combinable "
                        + "combineswith standalone cumulative stopfurtherrules stoprulesprocessing individualuse");
        put(WORDS, "Maybe notWith(\"other-promotion\")?",
                "notcombinedwith excludepromotions conflictswith incompatiblewith");
        put(WORDS, "Maybe order(1)?",
                "priority sortorder rank position weight salience");
        put(WORDS, "Maybe onlySkus(\"tea-1\")?",
                "sku skus product products onlyproducts onlyitems includeskus includeproducts appliesto applyto "
                        + "on forskus forproducts");
        put(WORDS, "Maybe onlyCategories(\"tea\")?",
                "category categories collection collections forcategory includecategories department");
        put(WORDS, "Maybe onlyBrands(\"acme\")?",
                "brand brands forbrand includebrands manufacturer");
        put(WORDS, "Maybe onlyStores(\"acme-shop\")?",
                "store stores seller sellers vendor vendors merchant shop forstore");
        put(WORDS, "Maybe onlyTags(\"new\")?",
                "tag tags label labels");
        put(WORDS, "Maybe exceptSkus(\"tea-1\")?",
                "exclude excludes excluding excludeskus excludeproducts except exceptproducts exceptitems notskus");
        put(WORDS, "Maybe exceptCategories(\"tea\")?",
                "excludecategories excludecollections exceptcollections notcategories");
        put(WORDS, "Maybe exceptBrands(\"acme\")?",
                "excludebrands notbrands");
        put(WORDS, "Maybe notOnReduced()?",
                "excludesale excludesaleitems excludeonsale excludediscounted notonsale notreduced fullpriceonly "
                        + "onlyfullprice excludereduced");
        put(WORDS, "Maybe paidByPlatform()?",
                "fundedbyplatform platformfunded marketplacepays");
        put(WORDS, "Maybe paidByStore()?",
                "fundedbystore fundedbyseller storefunded sellerpays merchantpays storepays sellerfunded");
        put(WORDS, "Maybe platformPays(\"40%\")?",
                "funding fundedby cofunded split sharedby");
        put(WORDS, "Maybe upTo(3)?",
                "maxtimes times maxsets maxapplications maxrepeats");
        put(WORDS, "Maybe eligible(\"members only\")?",
                "conditions terms who onlyfor");
        put(WORDS, "Maybe inLayer(\"item-price\")?",
                "layer stage lane phase");
        put(WORDS, "Maybe neverBelow(\"USD 5\")?",
                "minprice minimumprice floorprice pricefloor notbelow");
        put(WORDS, "Maybe itemsPerLine(1)?",
                "maxperline maxquantity maxqty maxitems limitquantity");
        put(WORDS, "Maybe group(\"one-of-these\")?",
                "exclusiongroup ingroup exclusivegroup discountgroup");
        put(WORDS, "Maybe percentOff(5).asCashback()?", "cashback payback moneyback rebate giveback refundlater");
        put(WORDS, "Maybe percentOff(1).asPoints(\"USD 0.01\")?", "points earnpoints addpoints loyaltypoints coins stars miles");
        put(WORDS, "Maybe amountOff(\"USD 5\").asVoucher()?",
                "voucher nextordervoucher vouchernext storecredit credit givevoucher givecoupon nextorder");
        put(WORDS, "Maybe betweenHours(\"18:00\", \"20:00\", \"Europe/London\")?",
                "hours happyhour timeofday between dailyfrom fromhour");
        put(WORDS, "Maybe onWeekdays(\"Monday, Tuesday\", \"Europe/London\")?",
                "weekdays weekday days onlyon daysofweek dayofweek ondays");
    }

    static {
        put(FIELDS, CODE,
                "couponcode promocode promotioncode discountcode vouchercode coupon voucher promo");
        put(FIELDS, "Maybe market == \"US\"?",
                "country countrycode region shipto shippingcountry");
        put(FIELDS, "Maybe segments contains \"gold\"?",
                "customergroup customergroups group groups segment memberlevel membership tier loyalty "
                        + "loyaltytier vip customertags");
        put(FIELDS, "Maybe newBuyer == true?",
                "firstorder firstpurchase isnew isnewcustomer newcustomer newuser firsttimebuyer");
        put(FIELDS, "Maybe priorOrders >= 3?",
                "orders ordercount orderscount previousorders numberoforders purchases");
        put(FIELDS, "Maybe paymentMethod == \"card\"?",
                "payment paymenttype payby paywith paidby card gateway");
        put(FIELDS, "Maybe client == \"app\"?",
                "device platform app isapp source");
        put(FIELDS, "Maybe skus contains \"tea-1\"?",
                "sku product products productid item items");
        put(FIELDS, "Maybe categories contains \"tea\"?",
                "category collection collections productcategory");
        put(FIELDS, "Maybe brands contains \"acme\"?",
                "brand manufacturer");
        put(FIELDS, "Maybe tags contains \"new\"?",
                "tag label labels");
        put(FIELDS, "Maybe shippingMethod == \"express\"?",
                "shipping delivery deliverymethod shippingoption carrier");
        put(FIELDS, "Maybe store == \"acme-shop\"?",
                "seller vendor shop merchant storeid sellerid");
        put(FIELDS, "Maybe locale == \"en-US\"?",
                "language lang");
        put(FIELDS, "What has to be spent is said after then: whenSpending(\"USD 50\").",
                "total subtotal amount ordertotal carttotal baskettotal spend minspend minimumspend ordervalue "
                        + "cartvalue basketvalue grandtotal sum value minamount minorder whenspending");
        put(FIELDS, "How many items have to be bought is said after then: whenBuying(3).",
                "quantity qty count itemcount itemscount totalquantity numberofitems minquantity whenbuying");
        put(FIELDS, "Dates are said after then: from(\"2026-11-20\", \"America/New_York\") and until(...).",
                "date now today day at startdate enddate validfrom validto validuntil expires from until");
    }

    static {
        put(FACTS, "Maybe PlatformBasket?",
                "order cart basket checkout customer buyer user");
        put(FACTS, "Maybe PlatformCoupon?",
                "coupon voucher promocode promo code promotion discount");
        put(FACTS, "Maybe PlatformItems?",
                "item items product products sku orderline orderitem lineitem cartitem");
        put(FACTS, "Maybe PlatformShipping?",
                "shipping delivery shipment shippingfee");
        put(FACTS, "Maybe StoreBasket?",
                "store shop seller vendor merchant");
    }

    /** @param names in lower case, without lines between their parts */
    private static void put(Map<String, String> table, String hint, String names) {
        for (String name : names.split(" ")) {
            if (table.put(name, hint) != null) {
                throw new IllegalStateException(name + " stands twice in the table");
            }
        }
    }

    /** Whether this is what a code is called elsewhere. */
    static boolean isCode(String field) {
        return CODE.equals(FIELDS.get(plain(field)));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    /** What to write instead: what the name means elsewhere, or else the nearest of those known, or else this sentence. */
    static String hint(Map<String, String> table, String name, Collection<String> known, String otherwise) {
        return Optional.ofNullable(table.get(plain(name))).orElseGet(() -> Nearest.hint(name, known, otherwise));
    }
}
