//! The signs, letters and words of the world's money with their ISO 4217 codes. A currency that is missing belongs into a table here.

use crate::lists::{List, list};

/// Signs before an amount.
pub(super) const SIGNS: &List = list!("$=USD|£=GBP|¥=JPY|฿=THB|₦=NGN|₩=KRW|₪=ILS|₫=VND|€=EUR|₱=PHP|₴=UAH|₹=INR|₺=TRY|₽=RUB");

/// Letters before a dollar sign that say whose dollar it is, as written.
pub(super) const DOLLARS: &List = list!("A=AUD|AU=AUD|C=CAD|CA=CAD|CAD=CAD|HK=HKD|J=JMD|NT=TWD|NZ=NZD|R=BRL|S=SGD|U.S.=USD|US=USD");

/// Letters before an amount, as written.
pub(super) const PREFIXES: &List = list!(
    "AED=AED|AUD=AUD|BRL=BRL|CAD=CAD|CHF=CHF|CNY=CNY|CZK=CZK|DKK=DKK|EUR=EUR|GBP=GBP|HKD=HKD|HUF=HUF|INR=INR|JPY=JPY|KES=KES|\
    KSh=KES|Ksh=KES|MXN=MXN|NGN=NGN|NOK=NOK|NZD=NZD|PKR=PKR|PLN=PLN|RM=MYR|RMB=CNY|RUB=RUB|Rp=IDR|SAR=SAR|SEK=SEK|SGD=SGD|TRY=TRY|\
    USD=USD|ZAR=ZAR"
);

/// Words behind an amount, the longer ones first; without a code where several countries use the word.
pub(super) const NAMES: &[(&str, Option<&str>)] = &[
    ("us dollars", Some("USD")),
    ("u.s. dollars", Some("USD")),
    ("american dollars", Some("USD")),
    ("canadian dollars", Some("CAD")),
    ("australian dollars", Some("AUD")),
    ("hong kong dollars", Some("HKD")),
    ("singapore dollars", Some("SGD")),
    ("new zealand dollars", Some("NZD")),
    ("pounds sterling", Some("GBP")),
    ("british pounds", Some("GBP")),
    ("egyptian pounds", Some("EGP")),
    ("swiss francs", Some("CHF")),
    ("swedish kronor", Some("SEK")),
    ("norwegian kroner", Some("NOK")),
    ("danish kroner", Some("DKK")),
    ("czech koruna", Some("CZK")),
    ("saudi riyals", Some("SAR")),
    ("qatari riyals", Some("QAR")),
    ("mexican pesos", Some("MXN")),
    ("argentine pesos", Some("ARS")),
    ("philippine pesos", Some("PHP")),
    ("indian rupees", Some("INR")),
    ("pakistani rupees", Some("PKR")),
    ("russian rubles", Some("RUB")),
    ("russian roubles", Some("RUB")),
    ("kenyan shillings", Some("KES")),
    ("turkish lira", Some("TRY")),
    ("turkish liras", Some("TRY")),
    ("dollars", Some("USD")),
    ("dollar", Some("USD")),
    ("euros", Some("EUR")),
    ("euro", Some("EUR")),
    ("yen", Some("JPY")),
    ("yuan", Some("CNY")),
    ("renminbi", Some("CNY")),
    ("zloty", Some("PLN")),
    ("zlotys", Some("PLN")),
    ("forints", Some("HUF")),
    ("hryvnia", Some("UAH")),
    ("hryvnias", Some("UAH")),
    ("shekels", Some("ILS")),
    ("shekel", Some("ILS")),
    ("baht", Some("THB")),
    ("ringgit", Some("MYR")),
    ("rupiah", Some("IDR")),
    ("naira", Some("NGN")),
    ("rubles", Some("RUB")),
    ("roubles", Some("RUB")),
    ("ruble", Some("RUB")),
    ("reais", Some("BRL")),
    ("south african rand", Some("ZAR")),
    ("rand", Some("ZAR")),
    ("dirhams", None),
    ("rupees", None),
    ("pesos", None),
    ("peso", None),
    ("francs", None),
    ("riyals", None),
    ("rials", None),
    ("dinars", None),
    ("kroner", None),
    ("kronor", None),
    ("crowns", None),
    ("shillings", None),
    ("lira", None),
    ("liras", None),
];

/// Words that with a capital are no money: "three Euro 2016 games", "two Rand studies".
pub(super) const SMALL_ONLY: &[&str] = &["euro", "rand", "dollar", "crowns"];

/// Hundredth parts behind an amount, the longer ones first.
pub(super) const CENTS: &[(&str, &str)] =
    &[("euro cents", "EUR"), ("us cents", "USD"), ("cents", "USD"), ("cent", "USD"), ("pence", "GBP"), ("paise", "INR")];
