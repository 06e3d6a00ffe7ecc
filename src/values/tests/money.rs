//! Sums of money with their ISO 4217 codes.

use super::{PUBLISHED, check};

#[test]
fn money() {
    check(
        Some(PUBLISHED),
        &[
            ("It cost [$5].", "money USD 5"),
            ("It cost [$1,200.50] in all.", "money USD 1200.5"),
            ("It cost [$2.5 million] in all.", "money USD 2500000"),
            ("It cost [$2.5m] in all.", "money USD 2500000"),
            ("It cost [$1.2bn] in all.", "money USD 1200000000"),
            ("It cost [$3-4 million] in all.", "money USD 3000000/4000000"),
            ("It cost [$3 million to $4 million] in all.", "money USD 3000000/4000000"),
            ("It cost [between $3 and $4 million] in all.", "money USD 3000000/4000000"),
            ("It cost [£50m] in all.", "money GBP 50000000"),
            ("It cost [€20] in all.", "money EUR 20"),
            ("It cost [1.2bn euros] in all.", "money EUR 1200000000"),
            ("It cost [five million dollars] in all.", "money USD 5000000"),
            ("It cost [half a million pounds] in all.", "money GBP 500000"),
            ("It cost [two hundred thousand yen] in all.", "money JPY 200000"),
            ("In India it cost [Rs 500 crore] in all.", "money INR 5000000000"),
            ("In Delhi it cost [Rs. 1,00,000] in all.", "money INR 100000"),
            ("In Pakistan it cost [three lakh rupees] in all.", "money PKR 300000"),
            ("It cost [Rs 500 crore] in all.", "money -"),
            ("India and Pakistan paid [Rs 500] each.", "money -"),
            ("In Nairobi it cost [200 shillings] in all.", "money KES 200"),
            ("In Seoul it cost [20 million won] in all.", "money KRW 20000000"),
            ("It cost [between 3 and 3.5 billion dollars] in all.", "money USD 3000000000/3500000000"),
            ("It cost [₹20 lakh] in all.", "money INR 2000000"),
            ("It cost [US$40] in all.", "money USD 40"),
            ("It cost [A$40 million] in all.", "money AUD 40000000"),
            ("It cost [HK$40] in all.", "money HKD 40"),
            ("It cost [EUR 40] in all.", "money EUR 40"),
            ("It cost [40 USD] in all.", "money USD 40"),
            ("It cost [20€] in all.", "money EUR 20"),
            ("It cost [50 cents] in all.", "money USD 0.5"),
            ("It cost [90 pence] in all.", "money GBP 0.9"),
            ("It cost [millions of dollars] in all.", "money -"),
            // Whose pesos is not said.
            ("It cost [300 pesos] in all.", "money -"),
            ("It cost [300 Mexican pesos] in all.", "money MXN 300"),
            ("A [$50-million] bridge opened.", "money USD 50000000"),
            ("It cost [a million dollars] in all.", "money USD 1000000"),
        ],
    );
}

#[test]
fn signs_and_letters_say_whose_money() {
    check(
        Some(PUBLISHED),
        &[
            ("The fine was [$ 5 million] then.", "money USD 5000000"),
            ("The fine was [$5 million], he said.", "money USD 5000000"),
            ("The fine was [$5M], he said.", "money USD 5000000"),
            ("The fine was [$5B], he said.", "money USD 5000000000"),
            ("The fine was [$5 bn] then.", "money USD 5000000000"),
            ("The fine was [$5bln] then.", "money USD 5000000000"),
            ("The fine was [$750k] then.", "money USD 750000"),
            ("The fine was [$750K] then.", "money USD 750000"),
            ("The fine was [$1.5 trillion] then.", "money USD 1500000000000"),
            ("The fine was [$0.75] a page.", "money USD 0.75"),
            ("The fine was $.75 a page.", ""),
            ("The fine was [$1,234,567] then.", "money USD 1234567"),
            ("The fine was [$1,234,567.89] then.", "money USD 1234567.89"),
            ("The fine was [$100,000]-plus then.", "money USD 100000"),
            ("The fine was [$3½ million] then.", "money USD 3500000"),
            ("The fine was [$2 1/2 million] then.", "money USD 2500000"),
            ("The fine was [£3.50] then.", "money GBP 3.5"),
            ("The fine was [£3,000] then.", "money GBP 3000"),
            ("The fine was [£1.25bn] then.", "money GBP 1250000000"),
            ("The fine was [€1.2 billion] then.", "money EUR 1200000000"),
            ("The fine was [€1.2bn] then.", "money EUR 1200000000"),
            ("The fine was [1.2 billion €] then.", "money EUR 1200000000"),
            ("The fine was [¥300 billion] then.", "money JPY 300000000000"),
            ("The fine was [₹2,50,000] then.", "money INR 250000"),
            ("The fine was [₹3.5 crore] then.", "money INR 35000000"),
            ("The fine was [₽200,000] then.", "money RUB 200000"),
            ("The fine was [₦40 billion] then.", "money NGN 40000000000"),
            ("The fine was [₪1,500] then.", "money ILS 1500"),
            ("The fine was [US$1.5 billion] then.", "money USD 1500000000"),
            ("The fine was U.S. [$1.5 billion] then.", "money USD 1500000000"),
            ("The fine was [C$20 million] then.", "money CAD 20000000"),
            ("The fine was [CA$20] then.", "money CAD 20"),
            ("The fine was [AU$20] then.", "money AUD 20"),
            ("The fine was [NZ$20,000] then.", "money NZD 20000"),
            ("The fine was [S$20,000] then.", "money SGD 20000"),
            ("The fine was [NT$20 million] then.", "money TWD 20000000"),
            ("The fine was [R$20 million] then.", "money BRL 20000000"),
            ("The fine was [HK$3.2 billion] then.", "money HKD 3200000000"),
            ("The fine was [USD 20 million] then.", "money USD 20000000"),
            ("The fine was [GBP 20] then.", "money GBP 20"),
            ("The fine was [CHF 20 million] then.", "money CHF 20000000"),
            ("The fine was [SEK 300] then.", "money SEK 300"),
            ("The fine was [RM 40 million] then.", "money MYR 40000000"),
            ("The fine was [Rp 40 million] then.", "money IDR 40000000"),
            ("The fine was [AED 2,000] then.", "money AED 2000"),
            ("The fine was [KSh 2,000] then.", "money KES 2000"),
            ("The fine was [20 million USD] then.", "money USD 20000000"),
            ("The fine was [300 CHF] then.", "money CHF 300"),
            ("The fine was [300 EUR] then.", "money EUR 300"),
        ],
    );
}

#[test]
fn words_say_whose_money() {
    check(
        Some(PUBLISHED),
        &[
            ("The fine was [one dollar] then.", "money USD 1"),
            ("The fine was [a dollar] then.", "money USD 1"),
            ("The fine was [ten dollars] then.", "money USD 10"),
            ("The fine was [twenty-five dollars] then.", "money USD 25"),
            ("The fine was [a hundred dollars] then.", "money USD 100"),
            ("The fine was [two hundred and fifty dollars] then.", "money USD 250"),
            ("The fine was [three thousand euros] then.", "money EUR 3000"),
            ("The fine was [five hundred thousand euros] then.", "money EUR 500000"),
            ("The fine was [one and a half million euros] then.", "money EUR 1500000"),
            ("The fine was [two and a half billion dollars] then.", "money USD 2500000000"),
            ("The fine was [half a billion dollars] then.", "money USD 500000000"),
            ("The fine was [a half-million dollars] then.", "money USD 500000"),
            ("The fine was [1.5 million dollars] then.", "money USD 1500000"),
            ("The fine was [150 million US dollars] then.", "money USD 150000000"),
            ("The fine was [150 million U.S. dollars] then.", "money USD 150000000"),
            ("The fine was [20 Canadian dollars] then.", "money CAD 20"),
            ("The fine was [20 million Australian dollars] then.", "money AUD 20000000"),
            ("The fine was [3 million Swiss francs] then.", "money CHF 3000000"),
            ("The fine was [3 million pounds] then.", "money GBP 3000000"),
            ("The fine was [3,000 pounds] then.", "money GBP 3000"),
            ("The fine was [400 pounds sterling] then.", "money GBP 400"),
            ("The fine was [400 Egyptian pounds] then.", "money EGP 400"),
            ("The fine was [400 million yuan] then.", "money CNY 400000000"),
            ("The fine was [400 billion yen] then.", "money JPY 400000000000"),
            ("The fine was [2 trillion rupiah] then.", "money IDR 2000000000000"),
            ("The fine was [400 million baht] then.", "money THB 400000000"),
            ("The fine was [900 shekels] then.", "money ILS 900"),
            ("The fine was [5 million hryvnias] then.", "money UAH 5000000"),
            ("The fine was [300 million naira] then.", "money NGN 300000000"),
            ("The fine was [300 million rubles] then.", "money RUB 300000000"),
            ("The fine was [300 million roubles] then.", "money RUB 300000000"),
            ("The fine was [20 million zlotys] then.", "money PLN 20000000"),
            ("The fine was [500 Swedish kronor] then.", "money SEK 500"),
            ("The fine was [500 Norwegian kroner] then.", "money NOK 500"),
            ("The fine was [20,000 Pakistani rupees] then.", "money PKR 20000"),
            ("The fine was [2 lakh Indian rupees] then.", "money INR 200000"),
            ("The fine was [100 rand] then.", "money ZAR 100"),
            ("The fine was [3 million rand] then.", "money ZAR 3000000"),
            ("The fine was [200 Kenyan shillings] then.", "money KES 200"),
            ("The fine was [90 Turkish lira] then.", "money TRY 90"),
            ("The fine was [300 Argentine pesos] then.", "money ARS 300"),
            ("The fine was [50 Saudi riyals] then.", "money SAR 50"),
        ],
    );
}

#[test]
fn the_article_says_whose_money_a_shared_word_means() {
    check(
        Some(PUBLISHED),
        &[
            ("In Mexico the fine was [300 pesos] then.", "money MXN 300"),
            ("In Manila the fine was [300 pesos] then.", "money PHP 300"),
            ("In Norway the fine was [500 kroner] then.", "money NOK 500"),
            ("In Denmark the fine was [500 kroner] then.", "money DKK 500"),
            ("In Sweden the fine was [500 kronor] then.", "money SEK 500"),
            ("In Iran the fine was [3 million rials] then.", "money IRR 3000000"),
            ("In Turkey the fine was [900 lira] then.", "money TRY 900"),
            ("In Jordan the fine was [50 dinars] then.", "money JOD 50"),
            ("In Dubai the fine was [50 dirhams] then.", "money AED 50"),
            ("In Pakistan the fine was [Rs 2,000] then.", "money PKR 2000"),
            ("The fine was [500 kroner] then.", "money -"),
            ("The fine was [50 dinars] then.", "money -"),
            ("Kenya and Uganda paid [200 shillings] each.", "money -"),
        ],
    );
}

#[test]
fn a_range_is_one_sum() {
    check(
        Some(PUBLISHED),
        &[
            ("The fine was [$3 to $4] then.", "money USD 3/4"),
            ("The fine was [$3-$4 million] then.", "money USD 3000000/4000000"),
            ("The fine was [$3m-$4m] then.", "money USD 3000000/4000000"),
            ("The fine was [$3–4bn] then.", "money USD 3000000000/4000000000"),
            ("The fine was [$3 or $4] then.", "money USD 3/4"),
            ("The fine was [between $3 million and $4 million] then.", "money USD 3000000/4000000"),
            ("The fine was [between £300 and £400] then.", "money GBP 300/400"),
            ("The fine was [£300-£400] then.", "money GBP 300/400"),
            ("The fine was [€10 to €20 million] then.", "money EUR 10000000/20000000"),
            ("The fine was [$900,000 to $1.2 million] then.", "money USD 900000/1200000"),
            ("The fine was [3 to 4 million dollars] then.", "money USD 3000000/4000000"),
            ("The fine was [3-4 million euros] then.", "money EUR 3000000/4000000"),
            ("The fine was [three to four million euros] then.", "money EUR 3000000/4000000"),
            ("The fine was [five or six euros] then.", "money EUR 5/6"),
            ("The fine was [between five and ten euros] then.", "money EUR 5/10"),
            ("The fine was [US$3-4 million] then.", "money USD 3000000/4000000"),
        ],
    );
}

#[test]
fn two_sums_are_two() {
    check(
        Some(PUBLISHED),
        &[
            ("He paid [$3] and [$4] for it.", "money USD 3; money USD 4"),
            ("It fell from [$40] to [$30] there.", "money USD 40; money USD 30"),
            ("They swapped [$5] for [£4] there.", "money USD 5; money GBP 4"),
            ("It rose to [$5], or [€4], there.", "money USD 5; money EUR 4"),
            ("They paid [$2 million] ([£1.6 million]) for it.", "money USD 2000000; money GBP 1600000"),
        ],
    );
}

#[test]
fn sums_in_front_of_a_noun() {
    check(
        Some(PUBLISHED),
        &[
            ("A [$1.2 billion] plan failed.", "money USD 1200000000"),
            ("A [$1.2-billion] plan failed.", "money USD 1200000000"),
            ("A [$1.2bn] plan failed.", "money USD 1200000000"),
            ("A [£50]-a-day plan failed.", "money GBP 50"),
            ("A [five-million-dollar] plan failed.", "money USD 5000000"),
            ("[A million-dollar] plan failed.", "money USD 1000000"),
            ("A [20-euro] note fell.", "money EUR 20"),
            ("A [$20] note fell.", "money USD 20"),
        ],
    );
}

#[test]
fn cents_and_pence() {
    check(
        Some(PUBLISHED),
        &[
            ("It cost [99 cents] there.", "money USD 0.99"),
            ("It cost [five cents] there.", "money USD 0.05"),
            ("It cost [50 pence] there.", "money GBP 0.5"),
            ("It cost [50p] there.", "money GBP 0.5"),
            ("It cost [20 euro cents] there.", "money EUR 0.2"),
            ("A [50-cent] coin fell.", "money USD 0.5"),
            ("It cost [one cent] more.", "money USD 0.01"),
        ],
    );
}

#[test]
fn money_that_is_not_counted_has_no_value() {
    check(
        Some(PUBLISHED),
        &[
            ("It cost [billions of dollars] there.", "money -"),
            ("It cost [tens of millions of euros] there.", "money -"),
            ("It cost [several million dollars] there.", "money -"),
            ("It cost [hundreds of dollars] there.", "money -"),
            ("It cost [a few dollars] there.", "money -"),
            ("It cost [a few hundred euros] there.", "money -"),
            ("It cost many [thousands of dollars] there.", "money -"),
        ],
    );
}

#[test]
fn punctuation_and_words_of_degree_stay_outside() {
    check(
        Some(PUBLISHED),
        &[
            ("It cost about [$5].", "money USD 5"),
            ("The price: [$5]; the tax: [$1].", "money USD 5; money USD 1"),
            ("They lost ([$5 million]) there.", "money USD 5000000"),
            ("They lost “[$5 million]” there.", "money USD 5000000"),
            ("It cost at least [$5 million], and up to [$9 million].", "money USD 5000000; money USD 9000000"),
            ("It cost some [£20m] more.", "money GBP 20000000"),
            ("They owe [$5 million-$6 million] each.", "money USD 5000000/6000000"),
        ],
    );
}

#[test]
fn what_is_no_money_is_left_alone() {
    check(
        Some(PUBLISHED),
        &[
            ("The pound fell to the ground.", ""),
            ("The dollar rose.", ""),
            ("The euro fell again.", ""),
            ("They pound the door.", ""),
            ("He won 20 of the games.", ""),
            ("The yen for travel grew.", ""),
            ("Real Madrid won.", ""),
            ("The crown fell from the tower.", ""),
            ("He wrote $ and £ on the board.", ""),
            ("They sang of lira and dinars.", ""),
            ("Three Euro 2016 games were moved.", ""),
            ("Two Rand studies said so.", ""),
            ("It rose by [5 US cents] there.", "money USD 0.05"),
            ("The film came in 720p and 1080p.", ""),
        ],
    );
}
