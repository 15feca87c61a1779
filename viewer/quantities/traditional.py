"""Traditional characters of the scanner's words, folded to simplified ones and given back."""

from __future__ import annotations

from collections import Counter

from viewer.quantities.regex_cache import pattern

_ROWS = """
並并 亞亚 佈布 佔占 併并 來来 侷局 係系 俬私 倉仓 個个 偵侦 備备 傢家 傳传 債债 傷伤 僅仅 價价 億亿
償偿 優优 儲储 兌兑 兒儿 內内 兩两 冊册 凈净 凍冻 別别 則则 創创 劃划 劇剧 劑剂 勁劲 動动 務务 勢势
勸劝 匯汇 區区 協协 卻却 參参 叢丛 員员 單单 噁恶 噸吨 噹当 嚴严 國国 園园 圓圆 圖图 團团 埰采 執执
堅坚 報报 場场 塊块 壓压 壟垄 壽寿 奬奖 學学 寀采 實实 審审 將将 專专 對对 導导 屆届 層层 峯峰 崗岗
崙仑 嵗岁 師师 帳帐 帶带 幣币 幫帮 幹干 幾几 庫库 廠厂 廣广 廳厅 弔吊 張张 強强 彆别 彈弹 彔录 彙汇
後后 徑径 從从 復复 徵征 惡恶 戰战 戶户 掛挂 採采 換换 揮挥 損损 搖摇 撥拨 擁拥 擊击 擔担 據据 擬拟
擴扩 攔拦 攝摄 攢攒 敎教 數数 斷断 於于 旂旗 時时 晝昼 曆历 曏向 會会 査查 桿杆 條条 棟栋 業业 榦干
榮荣 構构 樁桩 樓楼 標标 樣样 樹树 機机 檔档 檢检 檯台 欄栏 權权 歐欧 歲岁 歷历 歸归 毀毁 決决 沒没
淨净 減减 測测 準准 溫温 滙汇 滲渗 滿满 漲涨 潛潜 潤润 濃浓 濟济 為为 煙烟 熱热 營营 燬毁 爭争 爲为
爾尔 牀床 獎奖 獨独 獲获 獻献 現现 環环 產产 産产 畝亩 畢毕 畫画 畵画 當当 疊叠 療疗 發发 盃杯 盞盏
盤盘 盧卢 眞真 眾众 確确 碼码 稅税 種种 稱称 積积 穩稳 穫获 窩窝 筆笔 箇个 節节 篩筛 簍篓 簽签 籌筹
籤签 糧粮 糰团 紀纪 約约 納纳 級级 紮扎 細细 紹绍 終终 組组 結结 絡络 統统 綑捆 經经 綫线 維维 網网
線线 編编 緩缓 縣县 縮缩 總总 織织 繫系 繳缴 繼继 續续 纍累 纔才 罰罚 羣群 聯联 職职 聽听 脫脱 臨临
臺台 與与 舉举 舘馆 茲兹 華华 菸烟 萊莱 萬万 葉叶 蓆席 蓋盖 蔘参 藍蓝 藥药 蘭兰 處处 號号 衆众 衕同
裏里 裝装 裡里 製制 複复 襲袭 覈核 見见 規规 親亲 訂订 計计 訓训 記记 設设 許许 訴诉 診诊 註注 証证
評评 話话 該该 認认 誰谁 課课 調调 談谈 證证 識识 譭毁 議议 護护 讀读 變变 讚赞 貝贝 負负 財财 貢贡
貧贫 貨货 貳贰 貶贬 貸贷 費费 貼贴 貿贸 資资 賠赔 賬账 購购 賽赛 贈赠 贊赞 趕赶 踰逾 蹤踪 車车 軌轨
軍军 較较 載载 輓挽 輕轻 輛辆 輪轮 輸输 轉转 辦办 農农 迴回 連连 週周 進进 遊游 運运 過过 達达 違违
遞递 遠远 遷迁 選选 邁迈 還还 邊边 郵邮 鄉乡 鄰邻 醣糖 醫医 釐厘 針针 釦扣 鈡钟 銀银 銅铜 銖铢 銳锐
銷销 鋭锐 鋼钢 錄录 錢钱 録录 錶表 鍋锅 鍼针 鍾钟 鎊镑 鎭镇 鎮镇 鐘钟 鐵铁 長长 門门 開开 間间 閤合
關关 陸陆 隊队 階阶 際际 隨随 隻只 雙双 電电 韓韩 頁页 頂顶 頃顷 項项 順顺 須须 預预 頒颁 頓顿 頭头
顆颗 題题 額额 類类 顯显 颱台 飆飙 餅饼 餘余 館馆 馬马 駐驻 駕驾 驟骤 體体 髮发 鬚须 麥麦 麪面 麫面
麯曲 麴曲 麵面 點点 黨党 齡龄 齣出 應应 絕绝 難难 無无 補补 領领 給给 買买 躍跃 丟丢 遜逊 紅红 檻槛
瀏浏 訊讯 論论 詞词 語语 輯辑 閱阅
鮮鲜 勝胜 試试 闖闯 衝冲 緊紧 離离 範范 圍围 傾倾 躉趸 撐撑 讓让 極极 齊齐 適适 義义 書书 虧亏 養养
寫写 劍剑 賣卖 噴喷 墜坠 壯壮 夠够 奮奋 寬宽 盡尽 儘尽 廢废 揚扬 攤摊 斬斩 晉晋 術术 殺杀 漸渐 災灾
爐炉 狀状 瘋疯 竄窜 簡简 紐纽 績绩 緒绪 翹翘 脹胀 騰腾 虛虚 蝕蚀 覽览 說说 説说 請请 諾诺 諸诸 謀谋
責责 質质 賺赚 贏赢 趨趋 躥蹿 軟软 這这 釋释 鑑鉴 鑒鉴 鎖锁 錨锚 閃闪 閉闭 闊阔 險险 顧顾 顏颜 風风
飛飞 飲饮 飼饲 墊垫 誤误 貴贵 醞酝 釀酿 東东 樂乐 們们 興兴 勵励 廂厢 廈厦 啟启 啓启 墾垦 奪夺 孫孙
尋寻 慘惨 掃扫 掙挣 敵敌 斂敛 橋桥 橫横 礦矿 籃篮 緯纬 繞绕 艦舰 觀观 訪访 敗败 賤贱 趙赵 輔辅 鋪铺
聞闻 頻频 滯滞 況况 峽峡 島岛 嶺岭 溝沟 灣湾 廟庙 莊庄 釣钓 撈捞 涼凉 搶抢 縫缝 煉炼 軋轧 驗验 曬晒
淺浅 鎬镐 閘闸 勛勋 勳勋 盪荡 綠绿 鑽钻 謝谢 羅罗 緬缅 壇坛 罈坛 軸轴 幀帧 櫃柜 駝驼 紙纸 綜综
聲声 態态 貫贯 豈岂 壺壶 屜屉 窯窑 籠笼 縷缕 坰垧 陣阵 颶飓 婦妇 礙碍 問问 屬属 槳桨 腳脚
夢梦 競竞 槍枪 喪丧 湊凑 剝剥 勞劳 勻匀 響响 憂忧 懸悬 拋抛 擇择 攬揽 綱纲 練练 賃赁 贖赎 賞赏
躋跻 遲迟 鋒锋 瀉泻 亂乱 衛卫 寶宝 廬庐 彎弯 撫抚 撓挠 擲掷 雜杂 歡欢 瓏珑 竅窍 豎竖 詐诈 語语
剛刚 暫暂 恆恒 蘇苏 滬沪 漁渔 瓊琼 紓纾 討讨 誠诚 陽阳 隱隐 鈞钧 陳陈 顛颠 鳥鸟 監监 慮虑 攜携
"""
_PAIRS = tuple(_ROWS.split())
_SIMPLE = {ord(pair[0]): pair[1] for pair in _PAIRS}
_PLACES = {pair[0]: at for at, pair in enumerate(_PAIRS)}
_FOLDED = frozenset(pair[1] for pair in _PAIRS)
_TRADITIONAL = "[" + "".join(pair[0] for pair in _PAIRS) + "]"


def simplified(text: str) -> str:
    """The text, as long as before, with the characters that the scanner's words need simplified."""
    return text if pattern(_TRADITIONAL).search(text) is None else text.translate(_SIMPLE)


class Printed:
    """How a text prints the characters that were folded, so that words can be given back.

    Each paragraph prints in its own script; a word that does not stand in it is printed as the
    text mostly does.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._most = _table(text)
        self._lines: dict[int, dict[int, str]] = {}

    def back(self, words: str, at: int) -> str:
        """Words, folded, as they are printed where the code point `at` of the text stands."""
        if _FOLDED.isdisjoint(words):
            return words
        start = self._text.rfind("\n", 0, at) + 1
        if start not in self._lines:
            end = self._text.find("\n", at)
            line = self._text[start : len(self._text) if end < 0 else end]
            own = {ord(char): char for char in set(line) if ord(char) in self._most}
            self._lines[start] = self._most | own | _table(line)
        return words.translate(self._lines[start])


def printed(text: str) -> Printed | None:
    """How a text prints what was folded; None where nothing was."""
    return None if pattern(_TRADITIONAL).search(text) is None else Printed(text)


def _table(text: str) -> dict[int, str]:
    often = Counter(text)
    seen = [_PAIRS[at] for at in sorted(_PLACES[char] for char in often.keys() & _PLACES.keys())]
    return {ord(pair[1]): pair[0] for pair in seen if often[pair[0]] > often[pair[1]]}
